import { z } from 'zod';

/** The switches: what Cisco does not document, and what a test wants otherwise than usual. */
export const settingsSchema = z.strictObject({
  generateWithLiveToken: z
    .enum(['replaces', 'adds', 'same', 'refuses'])
    .describe(
      'Generating for a user who has a token: the old one dies at once, stays good beside the new one, is returned again, or HTTP 400.',
    ),
  generateForItself: z
    .enum(['accepts', 'refuses'])
    .describe('Whether a super-admin may generate a token for the user that makes the call.'),
  rolesClaim: z
    .enum(['roles', 'Roles'])
    .describe('Name of the claim with the roles; the documents write Roles.'),
  apiUserName: z
    .enum(['name-at-tenant', 'as-given'])
    .describe('The name of an API-only user as it comes back: name@tenant, or as it was given.'),
  unauthorisedBody: z
    .enum(['service', 'gateway'])
    .describe(
      'Body of a 401: the documented one, or the one that the gateway before the service was seen to send.',
    ),
  transactionSeconds: z
    .number()
    .min(0)
    .max(86_400)
    .describe('How long an asynchronous command takes; its effect comes at the end.'),
  vpnRefresh: z
    .enum(['succeeds', 'fails'])
    .describe('How the command ends that asks the firewalls who is connected.'),
  objectSharing: z
    .enum(['on', 'off'])
    .describe('Whether the calls for objects answer, which Cisco switches on for a tenant on request.'),
  pendingChanges: z
    .enum(['are-worked-out', 'fail'])
    .describe('How the command ends that works out what is pending on an FTD.'),
  pendingChangesBody: z
    .enum(['list', 'item'])
    .describe('The list of what is pending: the description calls it a list, and has the form of one item.'),
  deploymentSeconds: z.number().min(0).max(86_400).describe('How long a deployment takes.'),
  deploymentWarnings: z
    .enum(['none', 'found'])
    .describe('Whether the check before a deployment finds warnings, which end it unless they are ignored.'),
  latencyMilliseconds: z.int().min(0).max(60_000).describe('Wait before every answer of the cloud.'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What the cloud is documented or assumed to do. */
export const defaultSettings: Settings = {
  generateWithLiveToken: 'replaces',
  generateForItself: 'accepts',
  rolesClaim: 'roles',
  apiUserName: 'name-at-tenant',
  unauthorisedBody: 'service',
  transactionSeconds: 2,
  vpnRefresh: 'succeeds',
  objectSharing: 'on',
  pendingChanges: 'are-worked-out',
  pendingChangesBody: 'list',
  deploymentSeconds: 30,
  deploymentWarnings: 'none',
  latencyMilliseconds: 0,
};
