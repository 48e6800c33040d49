import { ConfigurationProblem } from '../../../errors/configuration-problem.ts';
import { OutcomeUnknown } from '../../../errors/outcome-unknown.ts';
import type { EntryId } from '../../../iocs/blocking/entry-id.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { entriesOfGroup, valuesWithout } from './entry-of-group.ts';
import type { NetworkObjectGroup } from './network-object-group.ts';
import { replaceNetworkObjectGroup } from './write-groups.ts';

/** Values that a message writes out. */
const mostShown = 5;

/**
 * Takes entries out of a group, in one call; in none where the group holds none of them. That works only where a change
 * of a group replaces its lists; where it should join them, the answer still shows the entries.
 * @returns the group afterwards
 * @throws ConfigurationProblem when entries could not be taken out: a person has to
 * @throws OutcomeUnknown when the change was refused, or its answer lost
 */
export async function removeFromGroup(
  client: AuthorisedClient,
  before: NetworkObjectGroup,
  entryIds: readonly EntryId[],
): Promise<NetworkObjectGroup> {
  const unwanted = new Set(entryIds);
  const heldBy = (group: NetworkObjectGroup) =>
    entriesOfGroup(group).filter(({ entryId }) => unwanted.has(entryId));
  if (heldBy(before).length === 0) return before;
  const content = { ...before, values: valuesWithout(before, unwanted) };
  const write = await replaceNetworkObjectGroup(client, before.id, content);
  if (write.kind === 'refused') {
    throw new OutcomeUnknown(
      `The network object group ${before.name} could not be changed (${write.text}); look what stands there before repeating it.`,
    );
  }
  const left = heldBy(write.group).map(({ value }) => value);
  if (left.length === 0) return write.group;
  const more = left.length > mostShown ? ` and ${left.length - mostShown} more` : '';
  throw new ConfigurationProblem(
    `Secure Access does not take values out of the network object group ${before.name} by its API: it still holds ${left.slice(0, mostShown).join(', ')}${more}. Take them out in the console; the next release then finds them gone.`,
  );
}
