import type { PendingFirewall } from '../../../firewalls/group-usage.ts';
import type { GroupNames } from '../access-rules/group-names.ts';
import type { PendingChange } from './pending-changes.ts';
import type { ListedFirewall } from './read-firewalls.ts';

/**
 * Whether the firewall waits for anything that may concern a group; pure. One whose rules use it must lack nothing:
 * what is pending may be the rule itself. Any other counts only if what is pending there names the group.
 * @param here.changes what is pending there, where that was asked and worked out
 * @param here.isStateCurrent false where what the inventory says may be older than the group
 * @param names.ours all groups of ours: what is pending beside them was changed by others
 */
export function pendingOnFirewall(
  firewall: ListedFirewall,
  here: {
    changes: readonly PendingChange[] | undefined;
    isUsing: boolean;
    isStateCurrent: boolean;
  },
  names: { group: GroupNames; ours: GroupNames },
): PendingFirewall[] {
  const { changes, isUsing, isStateCurrent } = here;
  const { group, ours } = names;
  const isNamed = changes?.some((change) => group.areIn({ ...change, uid: change.entityUid })) ?? false;
  if (!isUsing && !isNamed) return [];
  const others = (changes ?? []).filter((change) => !ours.areIn({ ...change, uid: change.entityUid }));
  const otherChanges =
    changes === undefined
      ? ({ kind: 'not-listed' } as const)
      : ({ kind: 'listed', changes: others.map(({ description }) => description) } as const);
  if ((changes?.length ?? 0) > 0) return [{ firewall, state: 'changes-pending', otherChanges }];
  // An empty list proves nothing while the inventory says otherwise: without a first deployment it is always empty.
  if (firewall.isInSync && isStateCurrent && (changes !== undefined || firewall.kind === 'asa')) return [];
  const isKnown = firewall.isInSync === false && firewall.kind === 'asa';
  return [{ firewall, state: isKnown ? 'changes-pending' : 'unknown', otherChanges }];
}
