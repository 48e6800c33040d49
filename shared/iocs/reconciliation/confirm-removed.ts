import type { Suspect } from './list-comparison.ts';
import type { ComparableList } from './reconciliation-ports.ts';

/**
 * The suspects with a second look at those that were not seen: when an entry is taken away, all behind it move up, and
 * one may slide from the page that comes next to the page that was read already.
 */
export async function confirmRemoved(
  suspects: readonly Suspect[],
  { destination }: Pick<ComparableList, 'destination'>,
): Promise<Suspect[]> {
  const unseen = suspects.filter(({ sighting }) => sighting.kind === 'absent');
  if (unseen.length === 0) return [...suspects];
  const { entries } = await destination.find(
    unseen.map(({ indicator, entryId }) => ({ value: indicator.value, entryId })),
  );
  return suspects.map((suspect) => {
    const entry = suspect.sighting.kind === 'absent' ? entries.get(suspect.indicator.value) : undefined;
    return entry ? { ...suspect, sighting: { kind: 'present', entry } } : suspect;
  });
}
