import { OutcomeUnknown } from '../../../errors/outcome-unknown.ts';
import { RetryLater } from '../../../errors/retry-later.ts';
import type { HttpAnswer } from '../../http/http-call.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { readVendorError } from '../error-body.ts';
import {
  type NetworkObjectGroup,
  type NetworkObjectGroupContent,
  networkObjectGroupSchema,
} from './network-object-group.ts';
import { networkObjectGroupsPath } from './read-groups.ts';

/** Cisco's own Terraform provider waits as long before it repeats a change that is refused for what is new. */
const settlingSeconds = 10;

/** How a refusal says that what a change names is not known, or not known yet. */
const idsNotKnown = /\bids?\b.*\binvalid\b/i;

export type GroupWrite =
  /** As the API shows it afterwards: what it has really done with the lists. */
  | { readonly kind: 'written'; readonly group: NetworkObjectGroup }
  /** Nothing was done. `said` is for reading what is named in it, and never logged. */
  | { readonly kind: 'refused'; readonly text: string; readonly said: string };

/**
 * `POST /policies/v2/objects/networkObjectGroups`: makes a group.
 * @throws RetryLater when the name is taken, or a member not known yet
 * @throws OutcomeUnknown when the answer was lost: look for the name before repeating it
 */
export function createNetworkObjectGroup(
  client: AuthorisedClient,
  content: NetworkObjectGroupContent,
): Promise<GroupWrite> {
  return write(client, { method: 'POST', path: networkObjectGroupsPath }, content);
}

/**
 * `PUT /policies/v2/objects/networkObjectGroups/{id}`: makes the group what `content` says. All lists are required, so
 * it is taken to replace them; the answer shows it. It knows no version: what somebody else writes between the read that
 * `content` comes from and this call is lost, so read right before it. It is sent once, for the same reason.
 * @throws RetryLater when the group is gone, or a member not known yet
 * @throws OutcomeUnknown when the answer was lost
 */
export function replaceNetworkObjectGroup(
  client: AuthorisedClient,
  id: number,
  content: NetworkObjectGroupContent,
): Promise<GroupWrite> {
  return write(client, { method: 'PUT', path: `${networkObjectGroupsPath}/${id}` }, content);
}

async function write(
  client: AuthorisedClient,
  where: { readonly method: 'POST' | 'PUT'; readonly path: string },
  { name, description, objectIds, groupIds, values }: NetworkObjectGroupContent,
): Promise<GroupWrite> {
  const answer = await client.send({
    ...where,
    json: { name, ...(description !== undefined && { description }), objectIds, groupIds, values },
    scope: 'policies.objects.networkObjectGroups:write',
    repetition: 'once',
  });
  if (answer.status < 300) return { kind: 'written', group: groupIn(answer, name) };
  const { text, code = '', rawMessage } = readVendorError(answer.body);
  const said = `${code} ${rawMessage}`;
  const isUnsettled = answer.status === 400 && idsNotKnown.test(said);
  if (!isUnsettled && answer.status !== 404 && answer.status !== 409) return { kind: 'refused', text, said };
  throw new RetryLater(
    `The network object group ${name} is not what it was when it was read, or Secure Access does not know all of its members yet (${answer.status}: ${text}); it is tried again with another look.`,
    { retryAfterSeconds: settlingSeconds },
  );
}

function groupIn({ status, body }: HttpAnswer, name: string): NetworkObjectGroup {
  const group = networkObjectGroupSchema.safeParse(body);
  if (group.success) return group.data;
  throw new OutcomeUnknown(
    `Secure Access answered ${status} to a change of the network object group ${name}, not in the documented form; read it before repeating the change.`,
  );
}
