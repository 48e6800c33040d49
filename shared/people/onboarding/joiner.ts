import type { LifecycleProfile } from '../../config/lifecycle-profile.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { PresentPerson } from '../directory.ts';
import type { OnboardRequest } from '../lifecycle/lifecycle-request.ts';
import type { OnboardingPlaces } from './onboarding-places.ts';

/** What a step of somebody who joins is told: who it is, what they get, and where. */
export interface Joiner {
  readonly request: OnboardRequest;
  readonly profile: LifecycleProfile;
  readonly places: OnboardingPlaces;
}

/**
 * The joiner as the directory lists them.
 * @throws GiveUp when it does not: nothing can be given to them before they are invited
 */
export async function listedJoiner({ request, places: { directory } }: Joiner): Promise<PresentPerson> {
  const person = await directory.find(request.email);
  if (person.state !== 'absent') return person;
  throw new GiveUp(
    'The organisation does not list the person: the invitation has to come first. It is tried again with it.',
  );
}
