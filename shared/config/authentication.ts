import { z } from 'zod';
import { allowedSourcesSchema } from './allowed-sources.ts';
import { describedHmacSchema } from './described-hmac.ts';
import { headerNameSchema } from './header-name.ts';

/** Schemes that need no setting of their own, so that the word alone may stand in the configuration. */
export const authenticationWords = [
  'standard-webhooks',
  'github',
  'jira',
  'pagerduty',
  'slack',
  'stripe',
  'teams',
  'bearer-token',
  'basic',
  'api-key',
] as const;

const allowedSources = allowedSourcesSchema.optional();

/**
 * A role or a user of an account. A role's sessions all count as the role.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
const awsCallerSchema = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+$/,
    'the ARN of a role or user, such as arn:aws:iam::111122223333:role/soar',
  );

const settingsSchema = z.discriminatedUnion(
  'scheme',
  [
    z.strictObject({
      scheme: z.literal(['standard-webhooks', 'github', 'jira', 'pagerduty', 'slack', 'teams']),
      allowedSources,
    }),
    z.strictObject({
      scheme: z.literal('stripe'),
      header: headerNameSchema
        .default('Stripe-Signature')
        .describe(
          'The header that holds t=…,v1=…: other senders sign like Stripe under a name of their own.',
        ),
      allowedSources,
    }),
    describedHmacSchema,
    z.strictObject({ scheme: z.literal(['bearer-token', 'basic']), allowedSources }),
    z.strictObject({
      scheme: z.literal('api-key'),
      header: headerNameSchema.default('X-Api-Key').describe('The header that holds the key.'),
      allowedSources,
    }),
    z.strictObject({
      scheme: z.literal('url-secret'),
      allowedSources: allowedSourcesSchema.describe(
        'Where the sender calls from. Needed here: addresses with secrets in them end up in logs and histories.',
      ),
    }),
    z.strictObject({
      scheme: z.literal('aws-iam'),
      callers: z
        .array(awsCallerSchema)
        .min(1)
        .max(50)
        .describe('Roles and users that may post to /aws-webhooks/{name}, signed with SigV4.'),
      allowedSources,
    }),
  ],
  { error: 'name a scheme: one of the words, "hmac", "url-secret" or "aws-iam"' },
);

/** How a sender proves who it is; each scheme has one file in `shared/webhooks/authentication/`. */
export type AuthenticationSettings = z.infer<typeof settingsSchema>;
export type AuthenticationScheme = AuthenticationSettings['scheme'];

/** A word, or an object with the settings of its scheme; what is read is always the object. */
export const authenticationSchema = z.union(
  [z.enum(authenticationWords).transform((scheme) => settingsSchema.parse({ scheme })), settingsSchema],
  {
    error: `allowed: ${authenticationWords.map((word) => `"${word}"`).join(', ')}, or an object { "scheme": …, … }`,
  },
);
