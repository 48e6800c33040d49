import { ConfigurationProblem } from '../../../errors/configuration-problem.ts';
import { attachGroups } from './attach-groups.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { type GroupTree, withNumbered } from './group-tree.ts';
import type { InlineObject } from './network-group.ts';
import { type GroupWritePlan, nextGroupWrite } from './next-group-write.ts';
import { numberedGroupDescription } from './numbered-group-description.ts';
import { numberedGroupName } from './numbered-group-name.ts';
import { mostObjectsPerOrganisation } from './object-limits.ts';
import type { ObjectsClient, ObjectsRefusal } from './objects-client.ts';
import { type Warn, watchedChange } from './watched-change.ts';
import { createGroup, type GroupWrite } from './write-groups.ts';

/** What has come of an addition. */
export interface Addition {
  readonly tree: GroupTree;
  /** Why the rest was not written, where a value was refused. */
  readonly refusal?: ObjectsRefusal;
}

type EntriesWrite = Exclude<GroupWritePlan, { kind: 'no-number-left' }>;

/**
 * Writes entries into numbered groups and puts these under the parent: one call for each group that is written, which
 * is one for every 1,500 entries, and one for the parent if a group is new. Fewer are not possible: a call writes one
 * group, and a group holds 1,500.
 * @param wrote is called after each call that has written
 * @throws ConfigurationProblem where the organisation has no room for further objects or groups
 * @throws RetryLater when somebody has changed the groups meanwhile
 */
export async function addToGroups(
  client: ObjectsClient,
  before: GroupTree,
  entries: readonly InlineObject[],
  { wrote, warn }: { readonly wrote: () => void; readonly warn: Warn },
): Promise<Addition> {
  let tree = before;
  let pending = entries;
  let refusal: ObjectsRefusal | undefined;
  const full = new Set<string>();
  while (pending.length > 0 && !refusal) {
    const plan = nextGroupWrite(tree, pending, full);
    if (plan.kind === 'no-number-left') throw noRoom(tree.name, pending.length, 'every number is taken');
    const write = await carryOut(plan);
    switch (write.kind) {
      case 'written': {
        wrote();
        const number = plan.kind === 'change' ? plan.into.number : plan.number;
        tree = withNumbered(tree, { number, group: write.group });
        pending = pending.slice(plan.entries.length);
        break;
      }
      case 'limit-reached':
        if (plan.kind === 'create') throw noRoom(tree.name, pending.length, write.refusal.text);
        full.add(plan.into.group.id);
        break;
      case 'refused':
        if (write.refusal.status === 404 || write.refusal.status === 409) {
          throw changedMeanwhile(tree.name, write.refusal);
        }
        refusal = write.refusal;
    }
  }
  const attached = await attachGroups(client, tree, warn);
  return { tree: attached, ...(refusal && { refusal }) };

  function carryOut(plan: EntriesWrite): Promise<GroupWrite> {
    if (plan.kind === 'change') {
      const { group } = plan.into;
      return watchedChange(client, group, { inlineObjects: [...group.inlineObjects, ...plan.entries] }, warn);
    }
    return createGroup(client, {
      name: numberedGroupName(tree.name, plan.number),
      description: numberedGroupDescription(tree.name),
      memberObjectIds: [],
      memberGroupIds: [],
      inlineObjects: plan.entries,
    });
  }
}

function noRoom(name: string, left: number, said: string): ConfigurationProblem {
  return new ConfigurationProblem(
    `Security Cloud Control takes no further group for ${left} entries of ${name}: ${said}. An organisation holds ${mostObjectsPerOrganisation.toLocaleString('en-GB')} network objects, those inline in groups included, and 10,000 groups. Release blocks, or delete objects that nothing uses in the console; then redrive.`,
  );
}
