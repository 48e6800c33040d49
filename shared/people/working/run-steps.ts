import type { PersonChange } from '../changes/person-change.ts';
import type { StepJournal } from '../steps/step-journal.ts';
import type { StepRecord } from '../steps/step-record.ts';
import { RecordedStep } from './recorded-step.ts';
import { leaveIfTimeIsOver, runStep, type StepPorts } from './run-step.ts';
import type { PlannedStep } from './step.ts';

export interface StepsPorts extends StepPorts {
  readonly journal: StepJournal;
  /** Whether the change stands as it did when its steps were begun: somebody may want it undone meanwhile. */
  readonly isStillWanted: () => Promise<boolean>;
}

/** How a step stands, and whether what is open may go by itself. */
export interface StepOutcome {
  readonly record: StepRecord;
  readonly mayWorkLater: boolean;
}

/**
 * Does the steps of a change in their order, each written down before and after. What this attempt has settled already is
 * not done again; an attempt after that does every step once more, since what was taken away may have come back.
 * @param attemptSince when this attempt began
 * @returns nothing when somebody moved the change on meanwhile: the rest of the steps is not done
 * @throws RetryLater when this worker's time is over
 */
export async function runSteps(
  { changeId }: Pick<PersonChange, 'changeId'>,
  { steps, attemptSince }: { steps: readonly PlannedStep[]; attemptSince: Date },
  ports: StepsPorts,
): Promise<StepOutcome[] | undefined> {
  const recorded = await ports.journal.read(changeId);
  const outcomes: StepOutcome[] = [];
  for (const step of steps) {
    const earlier = recorded.find((one) => one.step === step.step && one.organisation === step.organisation);
    if (earlier && isSettled(earlier, attemptSince)) {
      outcomes.push({ record: earlier, mayWorkLater: false });
      continue;
    }
    leaveIfTimeIsOver(ports);
    if (!(await ports.isStillWanted())) return undefined;
    const record = await RecordedStep.begin(step, earlier, { changeId, ...ports });
    const tried = await runStep(step, record, ports);
    outcomes.push({ record: await record.end(tried), mayWorkLater: tried.mayWorkLater });
  }
  return outcomes;
}

function isSettled({ result, endedAt }: StepRecord, attemptSince: Date): boolean {
  if (result === 'begun' || result === 'open' || !endedAt) return false;
  return endedAt.getTime() >= attemptSince.getTime();
}
