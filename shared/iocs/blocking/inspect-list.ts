import type { Clock } from '../../time/clock.ts';
import type { BlockDestination } from './block-destination.ts';
import type { BlockStore } from './block-store.ts';
import { isInspectionFresh, type ListState } from './list-state.ts';
import type { TargetList } from './worker-ports.ts';

interface InspectedList extends Pick<TargetList, 'name'> {
  readonly destination: Pick<BlockDestination, 'inspect'>;
}

/** What is known of a list: from the table while it is fresh, else from a look at the list and its rules. */
export async function inspectList(list: InspectedList, store: BlockStore, clock: Clock): Promise<ListState> {
  const known = await store.listState(list.name);
  return known && isInspectionFresh(known, clock.now()) ? known : lookAtList(list, store, clock);
}

/** Looks at the list and its rules, and keeps what was seen. */
export async function lookAtList(list: InspectedList, store: BlockStore, clock: Clock): Promise<ListState> {
  const { enforcement, entryCount, organisationEntryCount } = await list.destination.inspect();
  const state: ListState = {
    enforcement,
    inspectedAt: clock.now().toISOString(),
    ...(entryCount !== undefined && { entryCount }),
    ...(organisationEntryCount !== undefined && { organisationEntryCount }),
  };
  await store.saveListState(list.name, state);
  return state;
}
