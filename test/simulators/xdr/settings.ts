import { z } from 'zod';

/** The switches: what nobody outside Cisco knows, and what a test wants otherwise than usual. */
export const settingsSchema = z.strictObject({
  requestsPerHour: z
    .int()
    .positive()
    .describe('Requests of the whole organisation in any 60 minutes; 8000 is published.'),
  retryAfterForm: z
    .enum(['seconds', 'seconds-with-unit', 'missing'])
    .describe('Retry-After on a 429: 3557, 3557s, or none.'),
  refusedClientStatus: z
    .literal([401, 400])
    .describe('HTTP status for a client that is unknown, deleted or from SecureX; not documented.'),
  moduleTimeLimitMilliseconds: z
    .int()
    .positive()
    .describe('A module that takes longer is among the errors instead; the real limit is not documented.'),
  dispositionName: z.enum(['present', 'missing']).describe('Whether a verdict has disposition_name.'),
  indexDelaySeconds: z
    .int()
    .min(0)
    .describe('How long a new entity cannot be found by its external id, also by a bundle import.'),
  refusedExternalIds: z
    .array(z.string())
    .readonly()
    .describe('Entities with these external ids end in an error when a bundle is imported.'),
  latencyMilliseconds: z.int().min(0).max(60_000).describe('Wait before every answer of the cloud.'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What the cloud is documented or assumed to do. */
export const defaultSettings: Settings = {
  requestsPerHour: 8_000,
  retryAfterForm: 'seconds',
  refusedClientStatus: 401,
  moduleTimeLimitMilliseconds: 10_000,
  dispositionName: 'present',
  indexDelaySeconds: 0,
  refusedExternalIds: [],
  latencyMilliseconds: 0,
};
