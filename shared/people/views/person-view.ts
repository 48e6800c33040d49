import type { OrganisationName } from '../../config/names.ts';
import type { ChangeStanding, PersonChange } from '../changes/person-change.ts';
import type { StepRecord } from '../steps/step-record.ts';
import { type ChangeView, changeView } from './change-view.ts';
import { type StepsView, stepsView } from './steps-view.ts';

/** The answer of `GET /people/{email}`: plan, done, pending. */
export interface PersonView {
  readonly email: string;
  readonly change: ChangeView;
  /** When it was done, or will be at the latest, as far as that is known. */
  readonly doneBy?: Date;
  readonly steps: StepsView;
  /** What was before, the latest first. */
  readonly history: readonly ChangeView[];
}

export function personView(
  change: PersonChange,
  known: {
    /** All changes of the person. */
    readonly history: readonly PersonChange[];
    /** Of the present change. */
    readonly records: readonly StepRecord[];
    readonly organisations: readonly OrganisationName[];
  },
): PersonView {
  const doneBy = doneByOf(change.standing);
  return {
    email: change.request.email,
    change: changeView(change),
    ...(doneBy && { doneBy }),
    steps: stepsView(change, known.records, known.organisations),
    history: known.history.filter(({ changeId }) => changeId !== change.changeId).map(changeView),
  };
}

function doneByOf(standing: ChangeStanding): Date | undefined {
  switch (standing.state) {
    case 'planned':
      return standing.endsBy;
    case 'done':
    case 'removed':
    case 'undone':
      return standing.at;
    default:
      return undefined;
  }
}
