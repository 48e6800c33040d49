import type { ListState } from './list-state.ts';
import type { TargetList } from './worker-ports.ts';

/** How many more entries a list takes; without limit where nobody says how many there are. */
export function roomIn(
  { mostEntries, mostEntriesOfOrganisation }: Pick<TargetList, 'mostEntries' | 'mostEntriesOfOrganisation'>,
  state: ListState,
): number {
  const { entryCount, organisationEntryCount } = state;
  const onList = entryCount === undefined ? Infinity : mostEntries - entryCount;
  const inOrganisation =
    organisationEntryCount === undefined || mostEntriesOfOrganisation === undefined
      ? Infinity
      : mostEntriesOfOrganisation - organisationEntryCount;
  return Math.max(0, Math.min(onList, inOrganisation));
}

/** What a person has to know and do when none of the lists has room. */
export function noRoomText(tried: readonly { list: TargetList; state: ListState }[], left: number): string {
  const lists = tried
    .map(({ list, state }) => {
      const id = list.id === undefined ? '' : ` (${list.id})`;
      return `${list.name}${id}: ${state.entryCount ?? '?'} of ${list.mostEntries}`;
    })
    .join(', ');
  const organisation = tried
    .map(({ list }) => list.mostEntriesOfOrganisation)
    .find((most) => most !== undefined);
  const inAll = organisation === undefined ? '' : `; an organisation takes ${organisation}`;
  return `No room for ${left} entries: ${lists}. Release blocks, raise "mostEntries", or name another list as "overflow"${inAll}. Then redrive.`;
}
