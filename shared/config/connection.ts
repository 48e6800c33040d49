import { z } from 'zod';
import { destinationListNameSchema } from './names.ts';

/** Senders whose bodies are understood; each has one parser in `shared/webhooks/parsers/`. */
export const connectionKinds = ['ioc-list', 'splunk-alert'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** How a sender proves who it is; each scheme has one file in `shared/webhooks/authentication/`. */
export const authenticationSchemes = ['standard-webhooks', 'bearer-token'] as const;
export type AuthenticationScheme = (typeof authenticationSchemes)[number];

export const connectionSchema = z.strictObject({
  kind: z.enum(connectionKinds).describe('What sends: it decides how the body is read.'),
  authentication: z
    .enum(authenticationSchemes)
    .describe(
      'standard-webhooks signs id, time and body (preferred); bearer-token is for senders that cannot sign.',
    ),
  destinationLists: z
    .array(destinationListNameSchema)
    .min(1, 'name at least one destination list')
    .max(10, 'at most 10 destination lists')
    .describe('Where its indicators are blocked, by key of destinationLists.'),
  indicatorFields: z
    .array(z.string().min(1).max(100))
    .max(50)
    .optional()
    .describe(
      'splunk-alert only: the result fields that hold indicators. Default: query, domain, dest, dest_ip, url, urls, and file hashes under their usual names.',
    ),
});

export type Connection = z.infer<typeof connectionSchema>;
