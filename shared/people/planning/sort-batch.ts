import { RetryLater } from '../../errors/retry-later.ts';
import { deriveChangeId } from '../changes/change-id.ts';
import { considerWord, type Word } from '../changes/consider-word.ts';
import type { PersonChange } from '../changes/person-change.ts';
import type { RefusedRow } from '../changes/recorded-batch.ts';
import { rosterDifferences } from '../csv/roster-differences.ts';
import type { ChangeReading, Refusal } from '../lifecycle/change-reading.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import { type CurrentPeople, settledPeople } from './current-people.ts';
import type { IncomingBatch } from './incoming-batch.ts';

/** A word that counts, and what it replaces. */
export interface CountingWord {
  readonly word: Word;
  readonly instead: PersonChange | undefined;
}

/** What came at once, told apart by what is to be done about it. */
export interface SortedBatch {
  readonly counting: readonly CountingWord[];
  /** What an earlier try at the same batch has recorded. */
  readonly repeated: readonly PersonChange[];
  readonly idleCount: number;
  readonly refused: readonly RefusedRow[];
}

/** What one row, or a command, comes to. */
type SortedRow =
  | { readonly kind: 'counting'; readonly counting: CountingWord }
  | { readonly kind: 'repeated'; readonly change: PersonChange }
  | { readonly kind: 'idle' }
  | { readonly kind: 'refused'; readonly refused: RefusedRow };

/** Somebody is worked on for a few minutes at the most. */
const busySeconds = 60;

/**
 * Tells apart what counts, what is known, and what is refused.
 * @throws RetryLater when it is about somebody who is being worked on; then nothing of it counts yet
 */
export function sortBatch(batch: IncomingBatch, people: CurrentPeople): SortedBatch {
  const rows = readingsOf(batch, people).map((one) => sortRow(one, batch, people));
  return {
    counting: rows.flatMap((row) => (row.kind === 'counting' ? [row.counting] : [])),
    repeated: rows.flatMap((row) => (row.kind === 'repeated' ? [row.change] : [])),
    idleCount: rows.filter(({ kind }) => kind === 'idle').length,
    refused: rows.flatMap((row) => (row.kind === 'refused' ? [row.refused] : [])),
  };
}

function sortRow({ row, reading }: Reading, batch: IncomingBatch, people: CurrentPeople): SortedRow {
  const refused = ({ reason, explanation }: Refusal): SortedRow => ({
    kind: 'refused',
    refused: { row, reason, explanation },
  });
  if (reading.kind === 'refused') return refused(reading);
  if (reading.kind !== 'accepted') return { kind: 'idle' };
  const word = wordOf(reading.request, batch);
  const heardFrom = batch.kind === 'file' ? 'file' : 'command';
  const consequence = considerWord(word, people.get(word.request.email), heardFrom);
  switch (consequence.kind) {
    case 'counts':
      return { kind: 'counting', counting: { word, instead: consequence.instead } };
    case 'refused':
      return refused(consequence.refusal);
    case 'repeated':
    case 'idle':
      return consequence;
    case 'busy':
      throw new RetryLater(`Somebody whom ${batch.requestId} is about is being worked on.`, {
        retryAfterSeconds: busySeconds,
      });
  }
}

function wordOf(request: LifecycleRequest, { requestId, source, heardAt }: IncomingBatch): Word {
  const changeId = deriveChangeId(requestId, request.email);
  return { changeId, requestId, source, request, acceptedAt: heardAt };
}

interface Reading {
  readonly row?: number | undefined;
  readonly reading: ChangeReading;
}

/** What an earlier try at the same batch has recorded is new to it still. */
function readingsOf(batch: IncomingBatch, people: CurrentPeople): readonly Reading[] {
  if (batch.kind === 'single') return [{ reading: batch.reading }];
  if (batch.content === 'changes') return batch.rows;
  const others = [...people].filter(([, { requestId }]) => requestId !== batch.requestId);
  return rosterDifferences(batch.rows, settledPeople(new Map(others)));
}
