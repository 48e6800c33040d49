import { firewallManagerUsers } from '#shared/cisco/firewall-manager/users.ts';
import { lifecycleProfileSchema } from '#shared/config/lifecycle-profile.ts';
import { organisationNameSchema, profileNameSchema } from '#shared/config/names.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import type { OnboardRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import type { OnboardingPlaces } from '#shared/people/onboarding/onboarding-places.ts';
import type { StepName } from '#shared/people/steps/step-record.ts';
import type { PlannedStep, StepResult } from '#shared/people/working/step.ts';
import { type SimulatedPeople, startSimulatedPeople } from '../../cisco/firewall-manager/simulated-people.ts';
import {
  type SimulatedPlatform,
  startSimulatedPlatform,
} from '../../cisco/security-cloud-control/simulated-platform.ts';

export const analyst = profileNameSchema.parse('analyst');

/** A profile with one of everything. */
export const profiles = {
  [analyst]: lifecycleProfileSchema.parse({
    adminGroups: ['SOC analysts', 'Firewall engineers'],
    roles: [
      { product: 'Secure Access', role: 'Read-only' },
      { product: 'Firewall', role: 'Read-only' },
    ],
    firewallManagerRole: 'ROLE_READ_ONLY',
  }),
};

/** Eve joins at once. */
export function joining(email = 'eve@acme.example'): OnboardRequest {
  return {
    kind: 'onboard',
    email: emailAddressSchema.parse(email),
    emailOrigin: 'stated',
    effective: { kind: 'immediate', since: new Date('2026-01-01T08:00:00Z') },
    name: { given: 'Eve', family: 'Stone' },
    profile: analyst,
  };
}

/** Security Cloud Control and Firewall Manager, simulated, as the places of one organisation. */
export interface SimulatedJoining {
  readonly platform: SimulatedPlatform;
  readonly firewallManager: SimulatedPeople;
  readonly places: OnboardingPlaces;
  /** What the platform and Firewall Manager know of Eve. */
  eve(): { platform: unknown; firewallManagerRoles: unknown };
}

export async function startSimulatedJoining(): Promise<SimulatedJoining> {
  const platform = await startSimulatedPlatform();
  const firewallManager = await startSimulatedPeople();
  const { directory, groups, roles } = platform;
  return {
    platform,
    firewallManager,
    places: {
      organisation: organisationNameSchema.parse('main'),
      directory,
      groups,
      roles,
      firewallAccounts: firewallManagerUsers(firewallManager.client),
    },
    eve: () => ({
      platform: platform.control.state().users.find(({ email }) => email === 'eve@acme.example'),
      firewallManagerRoles: firewallManager.control
        .state()
        .users.filter(({ name }) => name === 'eve@acme.example')
        .map(({ role }) => role),
    }),
  };
}

/** Does the steps one after the other, without a journal. */
export async function doAll(steps: readonly PlannedStep[]): Promise<Partial<Record<StepName, StepResult>>> {
  const results: Partial<Record<StepName, StepResult>> = {};
  for (const { step, run } of steps) {
    results[step] = await run({ takenAway: {}, isResumed: false, keep: async () => undefined });
  }
  return results;
}
