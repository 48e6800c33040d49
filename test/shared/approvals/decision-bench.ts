import type { DecisionPorts } from '#shared/approvals/decide-held-parts.ts';
import type { PartDecision } from '#shared/approvals/decision.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { PartOutcome } from '#shared/requests/request-outcomes.ts';
import type { RecordedRequest } from '#shared/requests/request-reader.ts';
import { nothingRecorded } from '../requests/nothing-recorded.ts';
import { partOutcome, requestId } from './held-request.ts';

/** The ports of a decision, in memory, with one request whose parts ended as given. */
export function decisionBench(outcomes: readonly PartOutcome[] = [partOutcome()]) {
  const rows = new Map<number, PartDecision>();
  const published: OutgoingEvent[] = [];
  const faults: { publish?: Error; markPublished?: Error; read?: Error } = {};
  const bench = {
    /** What happens between looking at what is held and recording a decision about it, once. */
    meanwhile: undefined as (() => void) | undefined,
    outcomes,
    now: new Date('2026-12-01T04:00:00Z'),
  };

  const ports: DecisionPorts = {
    clock: { now: () => bench.now },
    requests: {
      async read(id): Promise<RecordedRequest | undefined> {
        if (faults.read) throw faults.read;
        if (id !== requestId || bench.outcomes.length === 0) return undefined;
        const decisions = [...rows.values()];
        return { ...nothingRecorded(requestId), outcomes: bench.outcomes, decisions };
      },
    },
    decisions: {
      find: async (_id, part) => rows.get(part),
      async record(decisions) {
        const { meanwhile } = bench;
        bench.meanwhile = undefined;
        meanwhile?.();
        if (decisions.some(({ part }) => rows.has(part))) return 'contested';
        for (const decision of decisions) rows.set(decision.part, decision);
        return 'recorded';
      },
      async markPublished(_id, parts, at) {
        if (faults.markPublished) throw faults.markPublished;
        for (const part of parts) {
          const row = rows.get(part);
          if (row?.decision === 'approve') rows.set(part, { ...row, publishedAt: at.toISOString() });
        }
      },
    },
    events: {
      async publish(events) {
        if (faults.publish) throw faults.publish;
        published.push(...events);
      },
    },
  };
  return { ports, rows, published, faults, bench };
}

/** A decision that somebody recorded. */
export function decided(part: number, over: Partial<PartDecision> = {}): PartDecision {
  return {
    requestId,
    part,
    decision: 'reject',
    decidedBy: 'Bob',
    through: 'link',
    decidedAt: '2026-12-01T03:59:30.000Z',
    ...over,
  };
}
