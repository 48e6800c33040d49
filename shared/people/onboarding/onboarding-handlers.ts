import type { PeopleSettings } from '../../config/people.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { carryOut } from '../working/carry-out.ts';
import type { TaskHandlers } from '../working/work-task.ts';
import type { OnboardingPlaces } from './onboarding-places.ts';
import { planOnboarding } from './plan-onboarding.ts';

/** Does the tasks about people who join. There is nothing to undo: somebody who is not to be there leaves. */
export function onboardingHandlers(
  organisations: readonly OnboardingPlaces[],
  { profiles }: Pick<PeopleSettings, 'profiles'>,
): TaskHandlers {
  return {
    async carryOut(change, ports) {
      const { request } = change;
      if (request.kind !== 'onboard') {
        throw new GiveUp(`The change ${change.changeId} is to ${request.kind}, not to onboard.`);
      }
      return carryOut(change, { steps: planOnboarding(request, profiles, organisations) }, ports);
    },
  };
}
