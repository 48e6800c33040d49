import { ConfigurationProblem } from '../../../errors/configuration-problem.ts';
import { OutcomeUnknown } from '../../../errors/outcome-unknown.ts';
import type { EntryId } from '../../../iocs/blocking/entry-id.ts';
import { entryIdOf } from './entry-of-group.ts';
import { type GroupTree, type NumberedGroup, withNumbered, withoutNumbered } from './group-tree.ts';
import type { NetworkGroup } from './network-group.ts';
import type { ObjectsClient } from './objects-client.ts';
import { type Warn, watchedChange } from './watched-change.ts';
import { deleteGroup, type GroupWrite } from './write-groups.ts';

/** Values that a message writes out. */
const mostShown = 5;

/**
 * Takes entries out of the numbered groups, one call for each group that holds some. What stands elsewhere is not ours
 * and stays. A group that is empty afterwards is kept for the next entries.
 *
 * Taking out works only where a change of a group replaces its lists. Where it is merged with them, the answer still
 * shows the entries. Then a group that held nothing else is deleted, if nothing uses it; that loses nothing. No other
 * group is: to delete it and make it anew would lose entries of others at a crash in between, and it is refused for every
 * group under a parent, which for the same reason cannot be taken out of it. What is left is a person's to take out.
 * @throws ConfigurationProblem when entries could not be taken out: it names them and their groups
 * @throws OutcomeUnknown when a change was refused
 */
export async function removeFromGroups(
  client: ObjectsClient,
  before: GroupTree,
  entryIds: readonly EntryId[],
  warn: Warn,
): Promise<GroupTree> {
  const unwanted = new Set(entryIds);
  const problems: string[] = [];
  let tree = before;
  for (const numbered of before.numbered) {
    const { group } = numbered;
    const kept = group.inlineObjects.filter((inline) => !unwanted.has(entryIdOf(group.id, inline)));
    if (kept.length === group.inlineObjects.length) continue;
    const write = await watchedChange(client, group, { inlineObjects: kept }, warn);
    if (write.kind !== 'written' && write.refusal.status === 404) {
      tree = withoutNumbered(tree, group.id);
      continue;
    }
    const left = valuesLeft(group, unwanted, write);
    if (left.length === 0 && write.kind === 'written') {
      tree = withNumbered(tree, { ...numbered, group: write.group });
      continue;
    }
    const isEmptied = kept.length + group.memberObjects.length + group.memberGroups.length === 0;
    if (!isEmptied && write.kind !== 'written') throw refused(group, write);
    const inUse = isEmptied ? await deleteGroup(client, group.id) : undefined;
    if (isEmptied && !inUse) tree = withoutNumbered(tree, group.id);
    else
      problems.push(
        problemOf(
          numbered,
          left,
          inUse?.text ?? 'a change of it adds to its lists and takes nothing out of them',
        ),
      );
  }
  if (problems.length === 0) return tree;
  throw new ConfigurationProblem(
    `Security Cloud Control does not take entries out of its groups by its API: ${problems.join('; ')}. Take them out in the console; the next release then finds them gone.`,
  );
}

function valuesLeft(
  group: NetworkGroup,
  unwanted: ReadonlySet<EntryId>,
  write: GroupWrite,
): readonly string[] {
  const shown = write.kind === 'written' ? write.group : group;
  return shown.inlineObjects
    .filter((inline) => unwanted.has(entryIdOf(group.id, inline)))
    .map(({ value }) => value);
}

function problemOf({ group }: NumberedGroup, left: readonly string[], why: string): string {
  const more = left.length > mostShown ? ` and ${left.length - mostShown} more` : '';
  return `the group ${group.name} still holds ${left.slice(0, mostShown).join(', ')}${more} (${why})`;
}

function refused(
  { name }: NetworkGroup,
  { refusal }: Exclude<GroupWrite, { kind: 'written' }>,
): OutcomeUnknown {
  return new OutcomeUnknown(
    `The network group ${name} could not be changed (${refusal.status}: ${refusal.text}); look what stands there before repeating it.`,
  );
}
