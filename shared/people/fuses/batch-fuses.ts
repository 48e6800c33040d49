import { counted } from '../../approvals/counted.ts';
import type { LifecycleFuses } from '../../config/lifecycle-fuses.ts';
import type { FileFacts, KnownPeople, LifecycleBatch } from './fuse-facts.ts';
import type { FuseTrip } from './fuse-trip.ts';

/** Fuses that hold all that came at once: what a broken export says about one person is as doubtful as the rest. */
export function batchTrips(batch: LifecycleBatch, known: KnownPeople, limits: LifecycleFuses): FuseTrip[] {
  const leavers = new Set([
    ...batch.requests.flatMap(({ kind, email }) => (kind === 'offboard' ? [email] : [])),
    ...known.recentLeavers,
  ]).size;
  const bringsLeavers = batch.requests.some(({ kind }) => kind === 'offboard');
  return [
    ...(batch.file ? fileTrips(batch.file, limits) : []),
    ...(bringsLeavers ? [tooMany(leavers, limits), tooManyPercent(leavers, known, limits)] : []),
  ].filter((trip) => trip !== undefined);
}

function fileTrips(file: FileFacts, limits: LifecycleFuses): (FuseTrip | undefined)[] {
  return [emptyRoster(file), truncated(file, limits), unreadable(file, limits)];
}

function emptyRoster({ content, rowCount }: FileFacts): FuseTrip | undefined {
  if (content !== 'roster' || rowCount > 0) return undefined;
  return { fuse: 'empty-roster', explanation: 'The roster holds nobody: the export failed.' };
}

function truncated(file: FileFacts, { leastRosterPercent }: LifecycleFuses): FuseTrip | undefined {
  if (file.endsInsideRow) {
    return { fuse: 'truncated-file', explanation: 'The file ends inside a row: the export broke off.' };
  }
  const { content, rowCount, previousRowCount: before } = file;
  if (content !== 'roster' || before === undefined || rowCount * 100 >= before * leastRosterPercent) {
    return undefined;
  }
  return {
    fuse: 'truncated-file',
    explanation: `The roster has ${counted(rowCount, 'row', 'rows')}, the one before had ${counted(before, 'row', 'rows')}; at least ${leastRosterPercent} % of them are expected.`,
  };
}

function unreadable(
  { rowCount, refusedRowCount }: FileFacts,
  { mostRefusedPercent, percentCountsFrom }: LifecycleFuses,
): FuseTrip | undefined {
  if (refusedRowCount < percentCountsFrom || refusedRowCount * 100 <= rowCount * mostRefusedPercent) {
    return undefined;
  }
  return {
    fuse: 'many-unreadable-rows',
    explanation: `${refusedRowCount} of ${counted(rowCount, 'row', 'rows')} are refused; at most ${mostRefusedPercent} % may be.`,
  };
}

function tooMany(leavers: number, { mostLeavers }: LifecycleFuses): FuseTrip | undefined {
  if (leavers <= mostLeavers) return undefined;
  return {
    fuse: 'many-leavers',
    explanation: `${counted(leavers, 'person leaves', 'people leave')} within 24 hours; at most ${mostLeavers} may without a person's consent.`,
  };
}

function tooManyPercent(
  leavers: number,
  { peopleCount }: KnownPeople,
  { mostLeaversPercent, percentCountsFrom }: LifecycleFuses,
): FuseTrip | undefined {
  if (leavers < percentCountsFrom) return undefined;
  const fuse = 'many-leavers-percent';
  if (peopleCount === undefined) {
    return { fuse, explanation: `${leavers} people leave, and of how many is not known.` };
  }
  if (leavers * 100 <= peopleCount * mostLeaversPercent) return undefined;
  return {
    fuse,
    explanation: `${leavers} of ${counted(peopleCount, 'person', 'people')} leave within 24 hours; at most ${mostLeaversPercent} % may without a person's consent.`,
  };
}
