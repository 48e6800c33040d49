import type { EmailAddress } from '../email-address.ts';
import type { ReadRow } from './read-csv-file.ts';

/** Whose joining or leaving has been seen to: carried out, or planned and not withdrawn. */
export interface SettledPeople {
  readonly in: ReadonlySet<EmailAddress>;
  readonly out: ReadonlySet<EmailAddress>;
}

/**
 * What is new in a roster. It names everybody each time, those who left years ago too: without this they would be
 * leavers every day, and blow the fuses for those who really leave.
 */
export function rosterDifferences(rows: readonly ReadRow[], settled: SettledPeople): readonly ReadRow[] {
  return rows.map(({ row, reading }): ReadRow => {
    if (reading.kind !== 'accepted') return { row, reading };
    const { kind, email } = reading.request;
    if (kind === 'offboard' && settled.out.has(email)) {
      return { row, reading: { kind: 'idle', reason: 'already-out' } };
    }
    if (kind === 'onboard' && settled.in.has(email)) {
      return { row, reading: { kind: 'idle', reason: 'already-in' } };
    }
    return { row, reading };
  });
}
