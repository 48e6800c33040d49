import type { OrganisationName } from '../../config/names.ts';
import type { PersonChange } from '../changes/person-change.ts';
import {
  offboardingSteps,
  onboardingSteps,
  removalSteps,
  type StepName,
  type StepRecord,
  stepNames,
  undoSteps,
} from '../steps/step-record.ts';

/** A step that is still to come in an organisation, or that was begun and has not ended. */
export interface PendingStep {
  readonly step: StepName;
  readonly organisation: OrganisationName;
  readonly begunAt?: Date;
}

/** The steps of a change: what is done, what could not be done, and what is still to come. */
export interface StepsView {
  readonly done: readonly StepRecord[];
  readonly open: readonly StepRecord[];
  readonly pending: readonly PendingStep[];
}

/** @param organisations in which the steps are done, in their order */
export function stepsView(
  change: PersonChange,
  journal: readonly StepRecord[],
  organisations: readonly OrganisationName[],
): StepsView {
  const records = inOrder(journal);
  const recorded = new Map(records.map((record) => [`${record.step} ${record.organisation}`, record]));
  const begun = records.filter(({ result }) => result === 'begun');
  const toCome = stepsToCome(change).flatMap((step) =>
    organisations
      .filter((organisation) => !recorded.has(`${step} ${organisation}`))
      .map((organisation) => ({ step, organisation })),
  );
  return {
    done: records.filter(({ result }) => result !== 'begun' && result !== 'open'),
    open: records.filter(({ result }) => result === 'open'),
    pending: [
      ...begun.map(({ step, organisation, beganAt }) => ({ step, organisation, begunAt: beganAt })),
      ...toCome,
    ],
  };
}

/** As the steps come one after the other; a journal has no order. */
function inOrder(journal: readonly StepRecord[]): StepRecord[] {
  const place = ({ step }: StepRecord) => stepNames.indexOf(step);
  return journal.toSorted((one, other) => place(one) - place(other));
}

/** What a change comes to from here on, if nobody stops it. */
function stepsToCome({ request, standing }: PersonChange): readonly StepName[] {
  const isLeaver = request.kind === 'offboard';
  switch (standing.state) {
    case 'held':
    case 'planned':
    case 'under-way':
    case 'incomplete':
      return isLeaver ? [...offboardingSteps, ...removalSteps] : onboardingSteps;
    case 'done':
      return isLeaver ? removalSteps : [];
    case 'undoing':
      return undoSteps;
    case 'removed':
    case 'undone':
    case 'cancelled':
    case 'rejected':
    case 'replaced':
      return [];
  }
}
