import { describe, expect, it } from 'vitest';
import { askInBatches } from '#shared/enrichment/ask-in-batches.ts';
import type { IntelligenceAnswer } from '#shared/enrichment/intelligence.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { Indicator } from '#shared/iocs/indicator.ts';
import { domains } from './enrichment-bench.ts';

const answered: IntelligenceAnswer = { kind: 'answered', statements: new Map(), failures: [] };
const timedOut: IntelligenceAnswer = { kind: 'timed-out', limitSeconds: 20 };

/** Asks, and keeps what was asked, what was answered without failure, and what failed how. */
async function run(
  indicators: readonly Indicator[],
  answerTo: (batch: readonly Indicator[], question: number) => IntelligenceAnswer,
) {
  const kept = { questions: [] as number[], mostAtOnce: 0, well: [] as string[], failed: [] as string[] };
  let underWay = 0;
  const finished = askInBatches(indicators, {
    indicatorsPerCall: 8,
    ask: async (batch) => {
      const question = kept.questions.push(batch.length);
      kept.mostAtOnce = Math.max(kept.mostAtOnce, ++underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return answerTo(batch, question);
    },
    answered: async (batch, { failures }) => {
      const [failure] = failures;
      for (const { value } of batch) {
        if (failure) kept.failed.push(`${value} ${failure.code}`);
        else kept.well.push(value);
      }
    },
  });
  return { kept, finished };
}

describe('questions', () => {
  it('go one after the other while all goes well', async () => {
    const { kept, finished } = await run(domains(20), () => answered);
    await finished;
    expect(kept).toMatchObject({ questions: [8, 8, 4], mostAtOnce: 1, failed: [] });
    expect(kept.well).toEqual(domains(20).map(({ value }) => value));
  });

  it.each([
    { title: 'one that is too slow', answer: timedOut, code: 'timed-out' },
    { title: 'one that is refused', answer: { kind: 'refused', reason: 'bad value' }, code: 'refused' },
  ] as const)('find $title by halves, and all others are answered', async ({ answer, code }) => {
    const [, , , bad] = domains(16);
    const { kept, finished } = await run(domains(16), (batch) =>
      batch.some(({ value }) => value === bad?.value) ? answer : answered,
    );
    await finished;
    expect(kept.failed).toEqual([`${bad?.value} ${code}`]);
    expect(kept.well).toHaveLength(15);
    expect(kept.questions).toEqual([8, 8, 4, 4, 2, 2, 1, 1]);
  });

  it('end with a failure for each where all are too slow, four at a time', async () => {
    const { kept, finished } = await run(domains(8), () => timedOut);
    await finished;
    expect(kept.failed).toHaveLength(8);
    expect(kept.questions).toHaveLength(15);
    expect(kept.mostAtOnce).toBe(4);
  });

  it('stop at the first that may not be asked now, and keep what was answered', async () => {
    const { kept, finished } = await run(domains(24), (_batch, question) => {
      if (question === 2) throw new RetryLater('the hour is used up', { retryAfterSeconds: 3_557 });
      return answered;
    });
    await expect(finished).rejects.toThrow('the hour is used up');
    expect(kept.questions).toEqual([8, 8]);
    expect(kept.well).toHaveLength(8);
  });
});
