import type { DestinationListName } from '../../config/names.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { ReleaseReport } from './release-on-list.ts';
import type { ReleaseList } from './release-ports.ts';

/** How a run ended on one list. */
export type ListRun =
  | { readonly kind: 'done'; readonly list: DestinationListName; readonly report: ReleaseReport }
  | { readonly kind: 'failed'; readonly list: DestinationListName; readonly error: unknown };

/**
 * Works on lists: those of one organisation one after the other, since they share its budget of requests and its
 * lock, and organisations side by side. What fails on one list, or in one organisation, stops no other.
 */
export async function onEachList(
  names: readonly DestinationListName[],
  listOf: (name: DestinationListName) => ReleaseList,
  release: (list: ReleaseList) => Promise<ReleaseReport>,
): Promise<ListRun[]> {
  const runs: ListRun[] = [];
  const lists: ReleaseList[] = [];
  for (const name of names) {
    try {
      lists.push(listOf(name));
    } catch (error) {
      if (!(error instanceof ConfigurationProblem)) throw error;
      runs.push({ kind: 'failed', list: name, error });
    }
  }
  const byOrganisation = Map.groupBy(lists, ({ organisation }) => organisation);
  await Promise.all(
    [...byOrganisation.values()].map(async (ofOrganisation) => {
      for (const list of ofOrganisation) runs.push(await runOn(list, release));
    }),
  );
  return runs;
}

async function runOn(
  list: ReleaseList,
  release: (list: ReleaseList) => Promise<ReleaseReport>,
): Promise<ListRun> {
  try {
    return { kind: 'done', list: list.name, report: await release(list) };
  } catch (error) {
    return { kind: 'failed', list: list.name, error };
  }
}
