import { z } from 'zod';
import { destinationListNameSchema, organisationNameSchema } from '../config/names.ts';
import { firewallUidSchema } from '../firewalls/firewall.ts';

/** EventBridge `source` of deployments of network groups. */
export const deploymentEventSource = 'scc-automations.deploy-network-groups';

/** More changes of others than these are only counted. */
export const mostChangesInEvent = 50;

/** `detail-type` `DeploymentEnded`: what was written in network groups is on a firewall, or could not be brought there. */
export const deploymentEndedSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string().describe('The same for a repeat of this event: use it to ignore repeats.'),
    organisation: organisationNameSchema,
    firewall: z.object({ uid: firewallUidSchema, name: z.string() }),
    groups: z
      .array(destinationListNameSchema)
      .min(1)
      .describe("The organisation's network groups, by their keys: what was pending of them went along."),
    result: z.enum(['done', 'failed']),
    reason: z.string().optional().describe('Why it failed.'),
    alsoPending: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('listed'),
          changes: z.array(z.string()).max(mostChangesInEvent),
          more: z.int().nonnegative().describe('How many changes are not named.'),
        }),
        z.object({ kind: z.literal('not-listed') }),
      ])
      .describe(
        'What others had pending there, and what so went along; the vendor does not list it for an ASA.',
      ),
    occurredAt: z.iso.datetime(),
  })
  .meta({ title: 'DeploymentEnded', description: 'Result: a deployment of network groups to a firewall.' });

export type DeploymentEnded = z.infer<typeof deploymentEndedSchema>;
