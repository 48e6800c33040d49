import type { LifecycleProfile } from '../../config/lifecycle-profile.ts';
import type { ProfileName } from '../../config/names.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import type { OnboardRequest } from '../lifecycle/lifecycle-request.ts';
import type { onboardingSteps } from '../steps/step-record.ts';
import type { PlannedStep, StepResult } from '../working/step.ts';
import { addToGroups } from './add-to-groups.ts';
import { assignRoles } from './assign-roles.ts';
import { createFirewallAccount } from './create-firewall-account.ts';
import { invite } from './invite.ts';
import type { Joiner } from './joiner.ts';
import type { OnboardingPlaces } from './onboarding-places.ts';
import { verifyOnboarding } from './verify-onboarding.ts';

/** Each looks at what is there before it changes anything, so that a repeat does nothing twice. */
const runs: Record<(typeof onboardingSteps)[number], (joiner: Joiner) => Promise<StepResult>> = {
  invite,
  'add-to-groups': addToGroups,
  'assign-roles': assignRoles,
  'create-firewall-account': createFirewallAccount,
  'verify-onboarding': verifyOnboarding,
};

/**
 * The steps that let somebody in, organisation by organisation. None waits for what only the person can do: whoever
 * was invited gets groups, roles and accounts before they accept.
 * @param profiles by name, as configured now: a profile that is no longer there leaves every step open
 */
export function planOnboarding(
  request: OnboardRequest,
  profiles: Readonly<Record<ProfileName, LifecycleProfile>>,
  organisations: readonly OnboardingPlaces[],
): PlannedStep[] {
  return organisations.flatMap((places) =>
    // `Object.keys` forgets the type of an object's keys; those of a literal come in its order.
    (Object.keys(runs) as (keyof typeof runs)[]).map((step) => ({
      step,
      organisation: places.organisation,
      run: async () => runs[step]({ request, profile: profileNamed(profiles, request.profile), places }),
    })),
  );
}

function profileNamed(
  profiles: Readonly<Record<ProfileName, LifecycleProfile>>,
  name: ProfileName,
): LifecycleProfile {
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (profile) return profile;
  throw new ConfigurationProblem(
    `The configuration no longer has the profile ${name}; it has ${Object.keys(profiles).join(', ') || 'none'}. Put it back and deploy, or have the person onboarded with another.`,
  );
}
