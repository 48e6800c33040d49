import { AutomationError } from '../../errors/automation-error.ts';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { RecordedStep } from './recorded-step.ts';
import type { PlannedStep, StepResult } from './step.ts';

/** How long a place that is down is waited for in one step, in all. */
const longestWaitMilliseconds = 120_000;

/** The first wait of our own; each further one doubles it. A longer one that the place asks for is taken instead. */
const firstWaitMilliseconds = 15_000;

export interface StepPorts {
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** From then on nothing more is begun, so that what was done can still be written down. */
  readonly stopAt: Date;
  /** Hears of errors that nobody foresaw and that keep nothing from going on; they belong into the log. */
  readonly reportUnexpected: (error: unknown) => void;
}

/** What became of a step. */
export interface TriedStep extends StepResult {
  /** Whether what is open may go by itself: a place is down, an answer was lost. */
  readonly mayWorkLater: boolean;
}

/**
 * Does one step. A place that is down is waited for, two minutes at the most; a lost answer has the step look again. What
 * cannot be done is open and keeps nothing else from being done.
 * @throws RetryLater when this worker's time is over: the step is left half-way, to be resumed
 */
export async function runStep(
  step: PlannedStep,
  recorded: RecordedStep,
  ports: StepPorts,
): Promise<TriedStep> {
  let waited = 0;
  for (let tries = 0; ; tries++) {
    try {
      return { ...(await recorded.try(step)), mayWorkLater: false };
    } catch (error) {
      if (!isMomentary(error)) return { ...openBecause(error, ports), mayWorkLater: false };
      const asked = error instanceof RetryLater ? error.retryAfterSeconds * 1_000 : 0;
      const wait = Math.max(asked, firstWaitMilliseconds * 2 ** tries);
      leaveIfTimeIsOver(ports, waited + wait > longestWaitMilliseconds ? 0 : wait, error);
      if (waited + wait > longestWaitMilliseconds) {
        return { result: 'open', summary: error.message, mayWorkLater: true };
      }
      await ports.sleep(wait);
      waited += wait;
    }
  }
}

/** @throws RetryLater when a wait of so many milliseconds would last beyond this worker's time */
export function leaveIfTimeIsOver(
  { clock, stopAt }: Pick<StepPorts, 'clock' | 'stopAt'>,
  waitMilliseconds = 0,
  cause?: unknown,
): void {
  if (clock.now().getTime() + waitMilliseconds < stopAt.getTime()) return;
  throw new RetryLater('The time of this worker is over; the next one goes on from here.', {
    retryAfterSeconds: 1,
    cause,
  });
}

function isMomentary(error: unknown): error is RetryLater | OutcomeUnknown {
  return error instanceof RetryLater || error instanceof OutcomeUnknown;
}

function openBecause(error: unknown, { reportUnexpected }: StepPorts): StepResult {
  if (error instanceof AutomationError) return { result: 'open', summary: error.message };
  reportUnexpected(error);
  const name = error instanceof Error ? error.name : 'an unknown error';
  return {
    result: 'open',
    summary: `The step failed in a way that nobody foresaw (${name}). The log of the function tells more.`,
  };
}
