import { z } from 'zod';

/**
 * Which of Cisco's clouds the organisation lives in.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 */
export const secureAccessEditions = ['global', 'china', 'government', 'umbrella'] as const;
export type SecureAccessEdition = (typeof secureAccessEditions)[number];

export const organisationSchema = z.strictObject({
  secureAccess: z
    .strictObject({
      edition: z
        .enum(secureAccessEditions)
        .describe('Which cloud: it decides the API host and how a list gets its direction.'),
      baseUrl: z
        .url({ protocol: /^https?$/ })
        .refine((url) => new URL(url).pathname === '/' && new URL(url).search === '', {
          error: 'give only scheme, host and port: paths are added by the client',
        })
        .optional()
        .describe("Replaces the edition's API host, for a proxy or a simulator. Scheme, host and port only."),
    })
    .describe('The Secure Access or Umbrella organisation whose destination lists are written.'),
});

export type Organisation = z.infer<typeof organisationSchema>;
