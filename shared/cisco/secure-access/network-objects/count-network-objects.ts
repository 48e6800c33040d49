import { z } from 'zod';
import type { AuthorisedClient } from '../authorised-client.ts';
import { unexpectedAnswer } from '../unexpected-answer.ts';
import { entriesOfGroup } from './entry-of-group.ts';
import type { NetworkObjectGroup } from './network-object-group.ts';

const pageSchema = z.object({ count: z.int().nonnegative() });

/**
 * How many network objects the organisation has, as its limit of 50,000 counts them: those with a name, which
 * `GET /policies/v2/objects/networkObjects` counts, and those that stand in groups without one.
 * @param groups all groups of the organisation
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-network-and-service-objects-overview
 */
export async function countNetworkObjects(
  client: AuthorisedClient,
  groups: readonly NetworkObjectGroup[],
): Promise<number> {
  const answer = await client.send({
    method: 'GET',
    path: '/policies/v2/objects/networkObjects?offset=0&limit=1',
    scope: 'policies.objects.networkObjects:read',
    repetition: 'repeatable',
  });
  const page = pageSchema.safeParse(answer.body);
  if (answer.status !== 200 || !page.success) throw unexpectedAnswer('to count the network objects', answer);
  return groups.reduce((sum, group) => sum + entriesOfGroup(group).length, page.data.count);
}
