import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { RequestId } from '../../requests/request-id.ts';
import type { Clock } from '../../time/clock.ts';
import type { OnboardingId } from './onboarding-id.ts';
import { type LeftOpen, lookAt, type Step, type StepEnd } from './step.ts';
import type { StepJournal } from './step-journal.ts';
import type { StepName, StepRecord } from './step-record.ts';

/**
 * When what a step has made shows for certain, in seconds after it began: no call lasts that long, and lists learn of
 * a change in less.
 */
export const showsAfterSeconds = 300;

/** Runs the steps of one onboarding, one after another. */
export interface StepRunner {
  /**
   * Makes what is not there, at most once a request however often it is called:
   *
   * | recorded | not there | what happens |
   * | --- | --- | --- |
   * | nothing, or `open` | | it is written down and made |
   * | `begun`, `done` | for less than {@link showsAfterSeconds} | it may still show: wait |
   * | `begun` | for longer | whoever began it died first: it is made |
   * | `done` for this request | for longer | somebody has undone it: `open`, for a person |
   * | `done` for another request | for longer | it is made anew |
   *
   * @throws RetryLater when it must be waited, or when another function is at it
   * @throws ConfigurationProblem when a person has to act before anything goes on
   */
  settle<Found>(step: Step<Found>): Promise<StepEnd<Found>>;
  recorded(step: StepName): StepRecord | undefined;
  /** Whether this request asked for it last. */
  isOurs(record: StepRecord): boolean;
  /** Writes down what was learnt, without doing anything. */
  note(step: StepName, learnt: string): Promise<void>;
}

/** @throws RetryLater when the journal cannot be read now */
export async function stepRunner(options: {
  onboarding: OnboardingId;
  requestId: RequestId;
  journal: StepJournal;
  clock: Clock;
}): Promise<StepRunner> {
  const { onboarding, requestId, journal, clock } = options;
  const keyOf = ({ step, subject }: StepName) => `${step} ${subject}`;
  const known = new Map((await journal.read(onboarding)).map((record) => [keyOf(record), record]));

  async function settle<Found>(step: Step<Found>): Promise<StepEnd<Found>> {
    const former = known.get(keyOf(step));
    const seen = await lookAt(step);
    if ('reason' in seen) return seen;
    if (seen.there !== undefined) return foundThere(step, former, seen.there);
    const missing = former && whyMissing(former);
    if (missing === 'may-show') throw mayStillShow(former?.endedAt ?? former?.beganAt);
    if (missing === 'undone') return { result: 'open', reason: undone(former) };

    const beganAt = clock.now();
    const begun = recordOf(step, { result: 'begun', beganAt, summary: step.describe(undefined) });
    if ((await journal.begin(onboarding, begun, former)) === 'contested') throw mayStillShow(beganAt);
    known.set(keyOf(step), begun);
    let isHeard = true;
    let made: Found | undefined;
    try {
      made = await step.act();
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) return notMade(step, begun, error);
      isHeard = false;
    }
    if (isHeard) await end(step, 'done', begun, step.describe(made));
    return made === undefined ? lookAfterwards(step, begun) : { result: 'done', found: made };
  }

  async function notMade(step: StepName, begun: StepRecord, error: unknown): Promise<LeftOpen> {
    const isCertain =
      error instanceof RefusedInput || error instanceof RetryLater || error instanceof ConfigurationProblem;
    // Nothing was made, so that the next run need not wait. After any other failure, it must.
    if (isCertain) await end(step, 'open', begun, error.message);
    if (error instanceof RefusedInput) return { result: 'open', reason: error.message };
    throw error;
  }

  async function lookAfterwards<Found>(step: Step<Found>, begun: StepRecord): Promise<StepEnd<Found>> {
    const seen = await lookAt(step);
    if ('reason' in seen) return seen;
    const isRecorded = known.get(keyOf(step))?.result === 'done';
    if (seen.there === undefined && !isRecorded) throw mayStillShow(begun.beganAt);
    if (!isRecorded) await end(step, 'done', begun, step.describe(seen.there));
    return { result: 'done', found: seen.there };
  }

  async function foundThere<Found>(
    step: Step<Found>,
    former: StepRecord | undefined,
    found: Found,
  ): Promise<StepEnd<Found>> {
    if (former?.result === 'done' || former?.result === 'already') return { result: former.result, found };
    const result = former?.result === 'begun' ? 'done' : 'already';
    await end(step, result, former, step.describe(found));
    return { result, found };
  }

  function whyMissing(former: StepRecord): 'may-show' | 'undone' | undefined {
    if (former.result === 'open') return undefined;
    const since = former.endedAt ?? former.beganAt;
    if (clock.now().getTime() - since.getTime() < showsAfterSeconds * 1_000) return 'may-show';
    return former.result !== 'begun' && former.requestId === requestId ? 'undone' : undefined;
  }

  function mayStillShow(since = clock.now()): RetryLater {
    const age = (clock.now().getTime() - since.getTime()) / 1_000;
    return new RetryLater(
      `A step of the onboarding ${onboarding} was begun at ${since.toISOString()}, and what it makes does not show yet. It is looked at again when it shows for certain.`,
      { retryAfterSeconds: Math.max(1, Math.ceil(showsAfterSeconds - age)) },
    );
  }

  async function end(
    step: StepName,
    result: StepRecord['result'],
    former: StepRecord | undefined,
    summary: string,
    learnt?: string,
  ): Promise<void> {
    const endedAt = clock.now();
    const beganAt = former?.beganAt ?? endedAt;
    const record = recordOf(step, { result, beganAt, endedAt, summary, ...(learnt && { learnt }) });
    await journal.record(onboarding, record);
    known.set(keyOf(step), record);
  }

  function recordOf({ step, subject }: StepName, rest: Omit<StepRecord, 'step' | 'subject' | 'requestId'>) {
    return { step, subject, requestId, ...rest };
  }

  return {
    settle,
    recorded: (step) => known.get(keyOf(step)),
    isOurs: (record) => record.requestId === requestId,
    note: (step, learnt) => end(step, 'done', undefined, `It stands for ${learnt}.`, learnt),
  };
}

function undone(former: StepRecord | undefined): string {
  return `It was done at ${former?.endedAt?.toISOString() ?? 'an earlier time'} and is no longer there, so somebody has undone it. It is not done twice for one request: ask for it anew if it is still wanted.`;
}
