import type { Clock } from '../../time/clock.ts';
import type { BlockStore } from './block-store.ts';
import { isInspectionFresh, type ListState } from './list-state.ts';
import type { TargetList } from './worker-ports.ts';

/** What is known of a list: from the table while it is fresh, else from a look at the list and its rules. */
export async function inspectList(list: TargetList, store: BlockStore, clock: Clock): Promise<ListState> {
  const known = await store.listState(list.name);
  if (known && isInspectionFresh(known, clock.now())) return known;
  const { enforcement, entryCount } = await list.destination.inspect();
  const state: ListState = {
    enforcement,
    inspectedAt: clock.now().toISOString(),
    ...(entryCount === undefined ? {} : { entryCount }),
  };
  await store.saveListState(list.name, state);
  return state;
}
