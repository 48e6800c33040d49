import { ConfigurationProblem } from '../../../errors/configuration-problem.ts';
import type { RetryLater } from '../../../errors/retry-later.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { type GroupTree, isAttached, type NumberedGroup, sizeOf } from './group-tree.ts';
import type { NetworkGroup } from './network-group.ts';
import { parentGroupDescription } from './numbered-group-description.ts';
import { numberedGroupName } from './numbered-group-name.ts';
import { mostObjectsPerGroup } from './object-limits.ts';
import type { ObjectsClient, ObjectsRefusal } from './objects-client.ts';
import { type Warn, watchedChange } from './watched-change.ts';
import { createGroup, type GroupWrite } from './write-groups.ts';

/** Numbered groups that hold something and are not under the parent. */
export function unattachedGroups(tree: GroupTree): readonly NumberedGroup[] {
  return tree.numbered.filter(({ group }) => sizeOf(group) > 0 && !isAttached(tree, group));
}

/**
 * Puts all numbered groups under the parent, which is made if there is none: one call. Whether the objects of nested
 * groups count towards the 1,500 of the parent is documented, but not seen. If it is refused, they do: then those groups
 * are put there that fit, in a second call, and the others stay beside it for a person to use.
 * @returns the tree as it is then; unchanged where the platform takes none of them
 * @throws RetryLater when somebody has changed the groups meanwhile
 * @throws ConfigurationProblem when the parent is refused for another reason
 */
export async function attachGroups(client: ObjectsClient, tree: GroupTree, warn: Warn): Promise<GroupTree> {
  const unattached = unattachedGroups(tree);
  if (unattached.length === 0) return tree;
  const withAll = await attach(unattached);
  if (withAll) return withAll;
  const fitting = thatFitIfNestedCount(tree, unattached);
  return (fitting.length > 0 ? await attach(fitting) : undefined) ?? tree;

  /** Nothing when the parent would hold too much. */
  async function attach(groups: readonly NumberedGroup[]): Promise<GroupTree | undefined> {
    const write = await writeParent(groups);
    if (write.kind === 'refused') throw notAttached(tree.name, write.refusal);
    return write.kind === 'written' ? { ...tree, parent: write.group } : undefined;
  }

  function writeParent(groups: readonly NumberedGroup[]): Promise<GroupWrite> {
    const ids = groups.map(({ group }) => group.id);
    const { parent, name } = tree;
    if (parent) {
      const memberGroupIds = [...parent.memberGroups.map(({ id }) => id), ...ids];
      return watchedChange(client, parent, { memberGroupIds }, warn);
    }
    const content = { name, description: parentGroupDescription(), memberObjectIds: [], inlineObjects: [] };
    return createGroup(client, { ...content, memberGroupIds: ids });
  }
}

function notAttached(name: string, { status, text }: ObjectsRefusal): RetryLater | ConfigurationProblem {
  if (status === 404 || status === 409) return changedMeanwhile(name, { status, text });
  return new ConfigurationProblem(
    `Security Cloud Control does not take groups into the network group ${name} (${status}: ${text}). Look in the console what it is; the groups beside it, ${numberedGroupName(name, 1)} and so on, hold the entries.`,
  );
}

/** The first of the groups that fit under the parent together, if it is counted what they hold; none if all do. */
function thatFitIfNestedCount(
  tree: GroupTree,
  unattached: readonly NumberedGroup[],
): readonly NumberedGroup[] {
  const sum = (groups: readonly NetworkGroup[]) => groups.reduce((total, group) => total + sizeOf(group), 0);
  const attached = tree.numbered.filter(({ group }) => isAttached(tree, group)).map(({ group }) => group);
  let total = sum([...(tree.parent ? [tree.parent] : []), ...attached, ...tree.others]);
  const fitting = unattached.filter(({ group }) => {
    if (total + sizeOf(group) > mostObjectsPerGroup) return false;
    total += sizeOf(group);
    return true;
  });
  return fitting.length < unattached.length ? fitting : [];
}
