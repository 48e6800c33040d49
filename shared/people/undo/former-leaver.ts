import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import type { OffboardingPlaces } from '../offboarding/offboarding-places.ts';
import type { TakenAway } from '../steps/step-record.ts';
import type { StepResult } from '../working/step.ts';

/** Somebody who is let in again in one organisation, with what was taken away from them there. */
export interface FormerLeaver {
  readonly request: LifecycleRequest;
  readonly places: OffboardingPlaces;
  readonly taken: TakenAway;
}

/** One step that gives something back. Doing it again gives what is still missing. */
export type UndoStep = (leaver: FormerLeaver) => Promise<StepResult>;

/** There is nobody to give anything back to. */
export const notListed: StepResult = {
  result: 'open',
  summary: 'The organisation does not list the person any more. Onboard the person anew.',
};
