import type { ListState } from './list-state.ts';
import type { TargetList } from './worker-ports.ts';

/** What an organisation takes on all its lists together, by the changelog of Cisco's China edition of January 2026. */
export const mostEntriesOfOrganisation = 250_000;

/** How many more entries a list takes; without limit where nobody says how many there are. */
export function roomIn(list: Pick<TargetList, 'mostEntries'>, state: ListState): number {
  const { entryCount, organisationEntryCount } = state;
  const onList = entryCount === undefined ? Infinity : list.mostEntries - entryCount;
  const inOrganisation =
    organisationEntryCount === undefined ? Infinity : mostEntriesOfOrganisation - organisationEntryCount;
  return Math.max(0, Math.min(onList, inOrganisation));
}

/** What a person has to know and do when none of the lists has room. */
export function noRoomText(tried: readonly { list: TargetList; state: ListState }[], left: number): string {
  const lists = tried
    .map(({ list, state }) => `${list.name} (${list.id}): ${state.entryCount ?? '?'} of ${list.mostEntries}`)
    .join(', ');
  return `No room for ${left} entries: ${lists}. Release blocks, raise "mostEntries", or name another list as "overflow"; an organisation takes ${mostEntriesOfOrganisation}. Then redrive.`;
}
