import { z } from 'zod';
import { regularExpressionSchema } from '../cloud/regular-expression.ts';
import {
  defaultNetworkObjectSettings,
  networkObjectSettingsShape,
} from './network-objects/object-settings.ts';
import {
  adminRateLimitSettingsSchema,
  publishedRateLimits,
  rateLimitSettingsSchema,
  reportRateLimitSettingsSchema,
} from './rate-limits.ts';

/** The switches: what nobody outside Cisco knows, and what a test wants otherwise than usual. */
export const settingsSchema = z.strictObject({
  duplicates: z
    .enum(['skip', 'refuse', 'refuse-under-200'])
    .describe('Adding what the list already holds: silently skipped, HTTP 400, or an error under HTTP 200.'),
  mixedBatch: z
    .enum(['refuse-all', 'partial'])
    .describe(
      'One refused entry in an add: nothing is stored, or the good entries are. The answer is the error.',
    ),
  silentlyDroppedValues: z
    .array(z.string())
    .readonly()
    .describe('Destinations that an add accepts with HTTP 200 and does not store.'),
  silentlyDroppedPattern: regularExpressionSchema
    .nullable()
    .describe('The same for every destination that matches this regular expression.'),
  highVolumeDomains: z
    .array(z.string())
    .readonly()
    .describe(
      'Domains whose URLs are refused, their subdomains included. The domains themselves can be added.',
    ),
  expiredTokenStatus: z
    .literal([400, 401])
    .describe('HTTP status for an expired token: 400 is documented, 401 was seen.'),
  destinationCount: z
    .enum(['present', 'missing'])
    .describe('Whether the answer to an add or remove tells how many destinations the list now holds.'),
  rulesKey: z.enum(['results', 'result']).describe('The name under which the rules come; Cisco writes both.'),
  ruleListConditions: z
    .enum(['present', 'missing'])
    .describe('Whether the pages of rules show conditions; the description of the page lists none.'),
  retryAfterHeader: z
    .enum(['missing', 'present'])
    .describe('Whether a 429 says how many seconds to wait; no such header is documented.'),
  latencyMilliseconds: z.int().min(0).max(60_000).describe('Wait before every answer of the cloud.'),
  rateLimits: rateLimitSettingsSchema.describe(
    'Requests that one key may make; all three are given together.',
  ),
  adminRateLimits: adminRateLimitSettingsSchema.describe(
    'Requests that one key may make to the admin part, and as many to deployments; all three are given together.',
  ),
  reportRateLimits: reportRateLimitSettingsSchema.describe('Requests that one key may make to the reports.'),
  reportsRedirect: z
    .enum(['none', 'location', 'body'])
    .describe('Whether reports are read elsewhere: a redirect with 307, or as { data: { redirect } }.'),
  vpnUserFilter: z
    .enum(['applies', 'ignored'])
    .describe('Whether the list of VPN connections is narrowed down to the users that were asked for.'),
  partialDisconnectStatus: z
    .literal([207, 200])
    .describe('HTTP status of a disconnect that failed for some users; the body says 207 either way.'),
  unusableKeyStatus: z
    .literal([401, 403])
    .describe('HTTP status of the token request for a key that is expired, disabled or whose maker is gone.'),
  tokensAfterKeyDelete: z
    .enum(['live-on', 'die'])
    .describe('What deleting a key does to the tokens issued to it.'),
  tokensAfterKeyRefresh: z
    .enum(['live-on', 'die'])
    .describe('What refreshing a key does to the tokens issued to it.'),
  formerSecretGraceSeconds: z
    .int()
    .min(0)
    .describe('How long the pair that a refresh replaced still mints tokens.'),
  expireAtAfterRefresh: z
    .enum(['stays', 'moves'])
    .describe("Whether a refresh moves the key's expiry date by its lifetime."),
  lostLogBucketKey: z
    .enum(['refuses', 'rotates'])
    .describe('Whether the log bucket key can still be rotated after its 90 days.'),
  childOrganisationHeader: z
    .enum(['accept', 'ignore', 'refuse'])
    .describe(
      'X-Umbrella-OrgId on the token request: a token for that child, a token for the own organisation, or 403.',
    ),
  childOrganisationIds: z.array(z.int()).readonly().describe('The children that the header may name.'),
  destinationsPerOrganisation: z
    .int()
    .positive()
    .describe('Destinations over all lists; an add beyond them is refused whole.'),
  ...networkObjectSettingsShape,
});

export type Settings = z.infer<typeof settingsSchema>;

/** What the cloud is documented or assumed to do. */
export const defaultSettings: Settings = {
  duplicates: 'skip',
  mixedBatch: 'refuse-all',
  silentlyDroppedValues: [],
  silentlyDroppedPattern: null,
  highVolumeDomains: ['github.com', 'google.com', 'dropbox.com', 'sharepoint.com'],
  expiredTokenStatus: 400,
  destinationCount: 'present',
  rulesKey: 'results',
  ruleListConditions: 'present',
  retryAfterHeader: 'missing',
  latencyMilliseconds: 0,
  ...publishedRateLimits,
  reportsRedirect: 'none',
  vpnUserFilter: 'applies',
  partialDisconnectStatus: 207,
  unusableKeyStatus: 401,
  tokensAfterKeyDelete: 'live-on',
  tokensAfterKeyRefresh: 'live-on',
  formerSecretGraceSeconds: 0,
  expireAtAfterRefresh: 'stays',
  lostLogBucketKey: 'refuses',
  childOrganisationHeader: 'accept',
  childOrganisationIds: [8_100_002],
  destinationsPerOrganisation: 250_000,
  ...defaultNetworkObjectSettings,
};
