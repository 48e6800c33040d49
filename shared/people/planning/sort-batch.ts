import { RetryLater } from '../../errors/retry-later.ts';
import { deriveChangeId } from '../changes/change-id.ts';
import { considerWord, type Word } from '../changes/consider-word.ts';
import type { PersonChange } from '../changes/person-change.ts';
import type { RefusedRow } from '../changes/recorded-batch.ts';
import { rosterDifferences } from '../csv/roster-differences.ts';
import type { ChangeReading } from '../lifecycle/change-reading.ts';
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

/** Somebody is worked on for a few minutes at the most. */
const busySeconds = 60;

/**
 * Tells apart what counts, what is known, and what is refused.
 * @throws RetryLater when it is about somebody who is being worked on; then nothing of it counts yet
 */
export function sortBatch(batch: IncomingBatch, people: CurrentPeople): SortedBatch {
  const counting: CountingWord[] = [];
  const repeated: PersonChange[] = [];
  const refused: RefusedRow[] = [];
  let idleCount = 0;
  for (const { row, reading } of readingsOf(batch, people)) {
    if (reading.kind === 'refused') {
      refused.push({ row, reason: reading.reason, explanation: reading.explanation });
      continue;
    }
    if (reading.kind !== 'accepted') {
      idleCount += 1;
      continue;
    }
    const { request } = reading;
    const word: Word = {
      changeId: deriveChangeId(batch.requestId, request.email),
      requestId: batch.requestId,
      source: batch.source,
      request,
      acceptedAt: batch.heardAt,
    };
    const heardFrom = batch.kind === 'file' ? 'file' : 'command';
    const consequence = considerWord(word, people.get(request.email), heardFrom);
    switch (consequence.kind) {
      case 'counts':
        counting.push({ word, instead: consequence.instead });
        break;
      case 'repeated':
        repeated.push(consequence.change);
        break;
      case 'refused':
        refused.push({
          row,
          reason: consequence.refusal.reason,
          explanation: consequence.refusal.explanation,
        });
        break;
      case 'idle':
        idleCount += 1;
        break;
      case 'busy':
        throw new RetryLater(`Somebody whom ${batch.requestId} is about is being worked on.`, {
          retryAfterSeconds: busySeconds,
        });
    }
  }
  return { counting, repeated, idleCount, refused };
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
