import { z } from 'zod';
import { defaultObjectSettings, objectSettingsShape } from './objects/object-settings.ts';

/** The switches: what Cisco does not document, and what a test wants otherwise than usual. */
export const settingsSchema = z.strictObject({
  newRefreshToken: z
    .enum(['every-refresh', 'from-day-45'])
    .describe(
      'When a refresh returns another refresh token: every time, or only in the last 15 of its 60 days. Before those the same one comes back and its time runs on.',
    ),
  replacedRefreshToken: z
    .enum(['dies', 'lives-on'])
    .describe('A refresh token for which another one came back: dead at once, or good until it expires.'),
  refreshTokenLife: z
    .enum(['restarts', 'runs-on'])
    .describe("Whether another refresh token has 60 days of its own, or what was left of its predecessor's."),
  olderAccessTokens: z
    .enum(['live-on', 'die'])
    .describe('What a refresh does to access tokens issued before it.'),
  expiryClaim: z
    .enum(['milliseconds', 'seconds'])
    .describe('Unit of exp in the access token; milliseconds were seen, the standard says seconds.'),
  errorText: z
    .enum(['message', 'error'])
    .describe('Field of an error that holds its text; older gateways were seen to write error.'),
  refusedRefreshTokenStatus: z
    .literal([401, 400])
    .describe('HTTP status for a refresh token that is unknown, replaced or expired.'),
  disabledKeyStatus: z.literal([403, 401]).describe('HTTP status for everything that a disabled key calls.'),
  foreignOrganisationStatus: z
    .literal([403, 404])
    .describe('HTTP status for another organisation id than the one that the console shows.'),
  region: z
    .enum(['right', 'wrong'])
    .describe('In the wrong region every call is answered with 421 Misdirected Request.'),
  usersWithoutFilter: z
    .enum(['everybody', 'active-only'])
    .describe('Whom a list of users shows when no status is asked for.'),
  disabledUserStatus: z
    .enum(['ENTERPRISE_DISABLED', 'DISABLED'])
    .describe('Status of a user whom the organisation has disabled.'),
  inviteOfMember: z
    .enum(['fails', 'succeeds', 'conflicts'])
    .describe(
      'Inviting somebody who is there: the item fails, the item succeeds (and somebody pending gets another e-mail), or the whole call is answered with 409.',
    ),
  afterRemoval: z
    .enum(['rights-kept', 'rights-lost'])
    .describe('Whether a user who was removed has their groups and roles again when they are invited anew.'),
  disabledUsersGroup: z
    .enum(['shown', 'hidden'])
    .describe(
      'Whether the system group that keeps disabled users out shows among groups. Whoever is removed from it is enabled.',
    ),
  listCursor: z
    .enum(['page-number', 'ignored', 'refused'])
    .describe(
      'What the cursor of a list of groups or organisations is: the number of a page, without effect, or an error.',
    ),
  listDelaySeconds: z
    .int()
    .min(0)
    .max(3_600)
    .describe('How long after it was made an organisation, a group or a subscription shows in lists.'),
  duplicateNames: z
    .enum(['refused', 'taken'])
    .describe('Whether an organisation or group can be made whose name another one has.'),
  managedOrganisations: z
    .enum(['open-to-manager', 'own-key-only'])
    .describe('Whether the key of a manager may act in the organisations that it manages.'),
  sharedQuantity: z
    .enum(['replaces', 'adds'])
    .describe('What the quantity of a shared entitlement does to the one that was shared before.'),
  productSetupSeconds: z
    .int()
    .min(0)
    .max(86_400)
    .describe('How long the setup of a product takes; its status is NEW for the first quarter.'),
  userInRoleChange: z
    .enum(['email', 'id', 'id-or-400'])
    .describe(
      'What names a user in a change of a role: the e-mail address, or the id; an e-mail address then fails as an item, or the whole call with 400.',
    ),
  rolesOfUser: z
    .enum(['own', 'own-and-of-groups'])
    .describe('Whether the roles of a user hold those that their groups have.'),
  ...objectSettingsShape,
  latencyMilliseconds: z.int().min(0).max(60_000).describe('Wait before every answer of the cloud.'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What the cloud is documented or, where nothing is documented, most harmfully assumed to do. */
export const defaultSettings: Settings = {
  newRefreshToken: 'every-refresh',
  replacedRefreshToken: 'dies',
  refreshTokenLife: 'restarts',
  olderAccessTokens: 'live-on',
  expiryClaim: 'milliseconds',
  errorText: 'message',
  refusedRefreshTokenStatus: 401,
  disabledKeyStatus: 403,
  foreignOrganisationStatus: 403,
  region: 'right',
  usersWithoutFilter: 'everybody',
  disabledUserStatus: 'ENTERPRISE_DISABLED',
  inviteOfMember: 'fails',
  afterRemoval: 'rights-kept',
  disabledUsersGroup: 'shown',
  listCursor: 'page-number',
  listDelaySeconds: 0,
  duplicateNames: 'taken',
  managedOrganisations: 'open-to-manager',
  sharedQuantity: 'replaces',
  productSetupSeconds: 120,
  userInRoleChange: 'email',
  rolesOfUser: 'own',
  ...defaultObjectSettings,
  latencyMilliseconds: 0,
};
