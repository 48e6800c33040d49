import type { Correction } from './correction.ts';
import type { Drift } from './reconciliation-report.ts';

/** What the corrections say of the list; pure. What is merely out of date is no drift. */
export function driftOf(corrections: readonly Correction[], notOurs: number): Drift {
  const drift = { removedByHand: 0, takenOver: 0, unknownButOurs: 0, notOurs };
  for (const correction of corrections) {
    if (correction.kind === 'rebuilt') drift.unknownButOurs += 1;
    if (correction.kind !== 'ended') continue;
    if (correction.because === 'taken-over-by-hand') drift.takenOver += 1;
    else drift.removedByHand += 1;
  }
  return drift;
}

/** The values that drifted; first those that are put right, then those of others. */
export function valuesOf(corrections: readonly Correction[], ofOthers: readonly string[]): string[] {
  const drifted = corrections.filter(({ kind }) => kind !== 'updated');
  return [...drifted.map(({ block }) => block.indicator.value), ...ofOthers];
}
