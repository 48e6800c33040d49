import { z } from 'zod';
import type { AuthorisedClient } from '../authorised-client.ts';
import { readByOffset } from '../offset-pages.ts';
import { unexpectedAnswer } from '../unexpected-answer.ts';
import { type NetworkObjectGroup, networkObjectGroupSchema } from './network-object-group.ts';

export const networkObjectGroupsPath = '/policies/v2/objects/networkObjectGroups';

/** The largest page in Cisco's examples; no limit is documented, and 10 come without one. */
const largestPage = 1_000;

const pageSchema = z.object({
  count: z.int().nonnegative().optional(),
  results: z.array(networkObjectGroupSchema),
});

/**
 * Network object groups with all that stands in them: `GET /policies/v2/objects/networkObjectGroups`, page by page.
 * @param name narrows the list down; whether to this name or to names that contain it is not documented
 * @throws GiveUp when the answer cannot be understood: then nothing may be concluded from it
 */
export function listNetworkObjectGroups(
  client: AuthorisedClient,
  name?: string,
): AsyncIterable<NetworkObjectGroup> {
  return readByOffset({
    largestPage,
    idOf: ({ id }: NetworkObjectGroup) => id,
    async readPage(offset) {
      const query = new URLSearchParams({
        offset: String(offset),
        limit: String(largestPage),
        ...(name !== undefined && { name }),
      });
      const answer = await get(client, `${networkObjectGroupsPath}?${query}`);
      const page = pageSchema.safeParse(answer.body);
      if (answer.status !== 200 || !page.success) {
        throw unexpectedAnswer('to list the network object groups', answer);
      }
      return { count: page.data.count, items: page.data.results };
    },
  });
}

/**
 * `GET /policies/v2/objects/networkObjectGroups/{id}`.
 * @returns `undefined` when there is no such group
 */
export async function readNetworkObjectGroup(
  client: AuthorisedClient,
  id: number,
): Promise<NetworkObjectGroup | undefined> {
  const answer = await get(client, `${networkObjectGroupsPath}/${id}`);
  if (answer.status === 404) return undefined;
  const group = networkObjectGroupSchema.safeParse(answer.body);
  if (answer.status === 200 && group.success) return group.data;
  throw unexpectedAnswer(`to read the network object group ${id}`, answer);
}

function get(client: AuthorisedClient, path: string) {
  const scope = 'policies.objects.networkObjectGroups:read';
  return client.send({ method: 'GET', path, scope, repetition: 'repeatable' });
}
