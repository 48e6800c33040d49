import { platformOnboarding } from '#shared/cisco/security-cloud-control/organisations/platform-onboarding.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { type ClaimCodeName, claimCodeSchema } from '#shared/organisations/claim-code.ts';
import { onboardOrganisation } from '#shared/organisations/onboarding/onboard-organisation.ts';
import type { OnboardingPorts } from '#shared/organisations/onboarding/onboarding-ports.ts';
import {
  lookAgainAfterSeconds,
  type OnboardingResult,
} from '#shared/organisations/onboarding/onboarding-result.ts';
import type { OrganisationId } from '#shared/organisations/organisation.ts';
import {
  type OrganisationRequest,
  organisationRequestSchema,
} from '#shared/organisations/organisation-request.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { Mortality } from '../../../mortality.ts';
import { seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import { seededClaimCodes } from '../../../simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { startSimulatedPlatform } from '../../cisco/security-cloud-control/simulated-platform.ts';
import { InMemoryStepJournal } from './in-memory-step-journal.ts';

/** A subsidiary with everything that one can be asked to have. */
export const northwind = organisationRequestSchema.parse({
  name: 'Northwind',
  region: 'EU',
  claimCode: 'northwind',
  products: [
    { product: 'Secure Access', region: 'EMEA' },
    { product: 'Duo', region: 'GLOBAL' },
  ],
  adminGroups: [
    {
      name: 'Administrators',
      roles: [{ product: 'Security Cloud Control', role: 'Organization Administrator' }],
    },
    { name: 'SOC analysts', roles: [{ product: 'Secure Access', role: 'Read-only' }] },
  ],
  administrators: [
    {
      email: 'ada@northwind.example',
      name: { given: 'Ada', family: 'Byron' },
      adminGroups: ['Administrators', 'SOC analysts'],
    },
    {
      email: 'bob@northwind.example',
      name: { given: 'Bob', family: 'Moss' },
      adminGroups: ['SOC analysts'],
    },
  ],
});

/** A simulated platform whose seeded organisation is a manager, and onboardings over HTTP with its key. */
export async function startOnboardingBench() {
  const platform = await startSimulatedPlatform();
  const { control, time, access } = platform;
  control.organisations.change(seededOrganisation.id, { type: 'MANAGER' });
  const journal = new InMemoryStepJournal();
  const stored = new Map<string, string>([['northwind', seededClaimCodes.valid]]);
  const claimCodes = {
    placeOf: (name: ClaimCodeName) => `scc-automations/test/claim-codes/${name}`,
    read: async (name: ClaimCodeName) => claimCodeSchema.parse(stored.get(name)),
  };
  const onboarding = platformOnboarding(access);
  let delivery = 1;

  /** The ports, each of whose calls may be the last. */
  function portsFor(mortality: Mortality): OnboardingPorts {
    return {
      registry: mortality.mortal(onboarding.registry, 'registry'),
      within(organisation: OrganisationId) {
        const own = onboarding.within(organisation);
        return {
          subscriptions: mortality.mortal(own.subscriptions, 'subscriptions'),
          adminGroups: mortality.mortal(own.adminGroups, 'adminGroups'),
          groups: mortality.mortal(own.groups, 'groups'),
          roles: mortality.mortal(own.roles, 'roles'),
          directory: mortality.mortal(own.directory, 'directory'),
        };
      },
      claimCodes: {
        ...mortality.mortal(claimCodes, 'claimCodes'),
        placeOf: claimCodes.placeOf,
        read: mortality.mortal(claimCodes, 'claimCodes').read,
      },
      journal: mortality.mortal(journal, 'journal'),
      clock: time,
    };
  }

  /** One call of the worker. */
  function run(
    request: OrganisationRequest = northwind,
    mortality = new Mortality(),
  ): Promise<OnboardingResult> {
    const requestId = deriveRequestId('test', String(delivery));
    return onboardOrganisation({ requestId, request }, portsFor(mortality));
  }

  /** Calls the worker again and again, as the queue does, until nothing is left to be waited for. */
  async function finish(request: OrganisationRequest = northwind): Promise<OnboardingResult> {
    for (let calls = 0; calls < 20; calls++) {
      try {
        const result = await run(request);
        if (result.waitingFor.length === 0) return result;
        time.pass(lookAgainAfterSeconds * 1_000);
      } catch (error) {
        if (!(error instanceof RetryLater)) throw error;
        time.pass(Math.max(1, error.retryAfterSeconds) * 1_000);
      }
    }
    throw new Error('the onboarding does not come to an end');
  }

  return {
    ...platform,
    journal,
    stored,
    run,
    finish,
    /** All that an onboarding needs. */
    ports: () => portsFor(new Mortality()),
    /** What is asked from now on is another request. */
    askAnew() {
      delivery++;
    },
    /** What there is of the organisations that were made. */
    made: () => control.state().organisations.filter(({ id }) => id !== seededOrganisation.id),
  };
}
