import type { DeploymentRecords } from './deployment-records.ts';
import type { GroupUsages, PendingFirewall } from './group-usage.ts';

/** The same usages, in which a firewall that waits for a change says how the last deployment to it failed. */
export function usagesWithFailures(
  usages: GroupUsages,
  records: Pick<DeploymentRecords, 'latestOf'>,
): GroupUsages {
  return {
    async usagesOf(groups) {
      const found = [...(await usages.usagesOf(groups))];
      const uids = found.flatMap(([, { pending }]) => pending.map(({ firewall }) => firewall.uid));
      if (uids.length === 0) return new Map(found);
      const latest = await records.latestOf([...new Set(uids)]);
      const withFailure = (pending: PendingFirewall): PendingFirewall => {
        const state = latest.get(pending.firewall.uid)?.state;
        return state?.kind === 'failed' ? { ...pending, lastFailure: state.reason } : pending;
      };
      return new Map(
        found.map(([uid, usage]) => [uid, { ...usage, pending: usage.pending.map(withFailure) }]),
      );
    },
  };
}
