import type { Indicator } from '../iocs/indicator.ts';
import { chunksOf, type NonEmptyArray } from '../non-empty.ts';
import type { IntelligenceAnswer } from './intelligence.ts';
import type { ModuleFailure } from './verdict.ts';

type Answered = Extract<IntelligenceAnswer, { kind: 'answered' }>;

/** Questions under way together, once some were too slow: then it is waiting that takes the time. */
const slowCallsAtATime = 4;

/**
 * Asks about indicators in batches. A batch that takes too long, or is refused, is asked about in halves, so that one
 * indicator does not cost the answers of the others; one that is alone and still not answered has a failure for an
 * answer. The first questions go one after the other: once requests are refused, no other is on its way.
 *
 * @param options.answered takes each answer as soon as it is there: what was answered is not lost by what follows
 * @throws what a question throws, after those under way have ended
 */
export async function askInBatches(
  indicators: readonly Indicator[],
  options: {
    indicatorsPerCall: number;
    ask: (batch: NonEmptyArray<Indicator>) => Promise<IntelligenceAnswer>;
    answered: (batch: NonEmptyArray<Indicator>, answer: Omit<Answered, 'kind'>) => Promise<void>;
  },
): Promise<void> {
  let open = chunksOf(indicators, options.indicatorsPerCall);
  for (let callsAtATime = 1; open.length > 0; callsAtATime = slowCallsAtATime) {
    const halves: NonEmptyArray<Indicator>[] = [];
    for (const batches of chunksOf(open, callsAtATime)) {
      const results = await Promise.allSettled(batches.map(askAbout));
      for (const result of results) {
        if (result.status === 'rejected') throw result.reason;
        halves.push(...result.value);
      }
    }
    open = halves;
  }

  /** Gives back what must be asked again. */
  async function askAbout(batch: NonEmptyArray<Indicator>): Promise<NonEmptyArray<Indicator>[]> {
    const answer = await options.ask(batch);
    if (answer.kind === 'answered') {
      await options.answered(batch, answer);
      return [];
    }
    if (batch.length > 1) return chunksOf(batch, Math.ceil(batch.length / 2));
    await options.answered(batch, { statements: new Map(), failures: [failureOf(answer)] });
    return [];
  }
}

function failureOf(answer: Exclude<IntelligenceAnswer, Answered>): ModuleFailure {
  const module = 'Cisco XDR';
  switch (answer.kind) {
    case 'timed-out':
      return {
        module,
        code: 'timed-out',
        message: `no answer about this indicator within ${answer.limitSeconds} seconds`,
        kind: 'fatal',
      };
    case 'refused':
      return { module, code: 'refused', message: answer.reason.slice(0, 500), kind: 'fatal' };
  }
}
