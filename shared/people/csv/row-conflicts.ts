import { isDeepStrictEqual } from 'node:util';
import { type ChangeReading, isRefusal, type Refusal, refusal } from '../lifecycle/change-reading.ts';
import type { ClaimedChange } from '../lifecycle/claimed-change.ts';
import type { ClaimedIdentity } from '../lifecycle/claimed-identity.ts';
import { plainWord } from '../lifecycle/plain-word.ts';

/** A row as it was read by itself, before the other rows are looked at. */
export interface RowReading {
  readonly row: number;
  readonly claims: ClaimedChange;
  readonly identity: ClaimedIdentity | Refusal;
  readonly reading: ChangeReading;
}

/**
 * What the rows come to beside each other. Several rows of one address are refused, all of them, unless they say the
 * very same: nobody can tell which is right, and an address made from a name may be that of a namesake.
 */
export function withoutConflicts(rows: readonly RowReading[]): readonly RowReading[] {
  const byEmail = Map.groupBy(rows, ({ identity }) => (isRefusal(identity) ? undefined : identity.email));
  byEmail.delete(undefined);
  const refusals = new Map([...byEmail.values()].flatMap(refusalsAmong));
  return rows.map((one) => ({ ...one, reading: refusals.get(one) ?? one.reading }));
}

/** Which rows of one address are refused because of the others. */
function refusalsAmong(together: readonly RowReading[]): (readonly [RowReading, Refusal])[] {
  const [first, ...others] = together;
  if (first === undefined || others.length === 0) return [];
  const because = (conflict: Refusal, refused: readonly RowReading[]) =>
    refused.filter(({ reading }) => !isRefusal(reading)).map((one) => [one, conflict] as const);
  const rows = rowNumbers(together);
  if (others.some((other) => personOf(other) !== personOf(first)) && together.some(isDerived)) {
    return because(
      refusal(
        'email-not-unique',
        `${rows} are about different people, but their names make the same mail address. Add the addresses.`,
      ),
      together,
    );
  }
  if (others.some(({ reading }) => !isDeepStrictEqual(reading, first.reading))) {
    return because(
      refusal(
        'rows-contradict',
        `${rows} are about one mail address and do not say the same. Leave one of them.`,
      ),
      together,
    );
  }
  if (first.reading.kind !== 'accepted') return [];
  return because(refusal('repeated-row', `${rows} say the same; the first of them counts.`), others);
}

/** Enough of them to find the others. */
function rowNumbers(rows: readonly RowReading[]): string {
  const shown = rows.slice(0, 5).map(({ row }) => row);
  return `The rows ${shown.join(', ')}${rows.length > shown.length ? ' and more' : ''}`;
}

function isDerived({ identity }: RowReading): boolean {
  return !isRefusal(identity) && identity.emailOrigin === 'derived';
}

/** What tells namesakes apart: the number, or else all of the name. */
function personOf({ claims: { employeeId, firstName, lastName } }: RowReading): string {
  return plainWord(employeeId ?? `${firstName} ${lastName}`);
}
