import type { OrganisationName } from '../../config/names.ts';
import type { StepRecord, TakenAway } from '../steps/step-record.ts';
import { mergeTakenAway } from '../working/merge-taken-away.ts';

/** All that was taken away from a person in one organisation, by whatever step. */
export function takenFrom(organisation: OrganisationName, recorded: readonly StepRecord[]): TakenAway {
  return recorded
    .filter((record) => record.organisation === organisation)
    .reduce<TakenAway>((taken, { takenAway }) => mergeTakenAway(taken, takenAway ?? {}), {});
}
