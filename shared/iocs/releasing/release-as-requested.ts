import type { DestinationListName } from '../../config/names.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import { type ListRun, onEachList } from './on-each-list.ts';
import type { ReleaseCommand } from './release-command.ts';
import { releaseOnList } from './release-on-list.ts';
import type { ReleaseList, ReleasePorts } from './release-ports.ts';

/** What has come of the commands. */
export interface RequestedReleases {
  readonly runs: readonly ListRun[];
  /** Commands that are to be tried again, with what stopped them. */
  readonly unfinished: readonly { readonly messageId: string; readonly cause: unknown }[];
}

/** Carries out commands; those for one list together, so that the list is searched once. */
export async function releaseAsRequested(
  commands: readonly ReleaseCommand[],
  listOf: (name: DestinationListName) => ReleaseList,
  ports: ReleasePorts,
): Promise<RequestedReleases> {
  const byList = Map.groupBy(commands, ({ destinationList }) => destinationList);
  const runs = await onEachList([...byList.keys()], listOf, (list) =>
    releaseOnList(list, byList.get(list.name)?.flatMap(({ orders }) => orders) ?? [], ports),
  );
  const unfinished = runs.flatMap((run) => {
    const cause = obstacle(run);
    const stopped = cause === undefined ? [] : (byList.get(run.list) ?? []);
    return stopped.map(({ messageId }) => ({ messageId, cause }));
  });
  return { runs, unfinished };
}

function obstacle(run: ListRun): unknown {
  if (run.kind === 'failed') return run.error;
  if (run.report.left === 0) return undefined;
  return new RetryLater(`There was no time left for ${run.report.left} releases on list ${run.list}.`);
}
