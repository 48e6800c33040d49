import { z } from 'zod';
import { bearerTokenSchema } from '../access-token.ts';

/** Scheme, host and port; the client adds the path. */
const apiBaseUrlSchema = z
  .url({ protocol: /^https?$/ })
  // Asked even of what is no URL, so it must not throw.
  .refine((text) => URL.parse(text)?.href === `${URL.parse(text)?.origin}/`, {
    error: 'give only scheme, host and port, such as https://api.security.cisco.com',
  });

/**
 * An API key of Security Cloud Control as it is stored: exactly the fields of AWS's managed type
 * `CiscoSecurityPlatformApiKey`, so that the secret can be handed to AWS's own rotation and taken back.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/mes-partner-CiscoSecurityPlatformApiKey.html
 */
export const sccApiKeySchema = z.object({
  /** Lives 60 days; a refresh may bring another one. */
  refreshToken: bearerTokenSchema,
  /** As the address of the console's API Keys page shows it (`enterpriseId`). The id inside a token is another one. */
  organizationId: z.uuid(),
  apiKeyId: z.uuid(),
  apiBaseUrl: apiBaseUrlSchema,
  /** When the refresh token ends. Written by rotations, not by people; a form we do not know must not lock the key out. */
  expiresDate: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .optional()
    .catch(undefined),
});

export type SccApiKey = z.infer<typeof sccApiKeySchema>;
