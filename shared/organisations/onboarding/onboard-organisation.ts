import { RefusedInput } from '../../errors/refused-input.ts';
import type { RequestId } from '../../requests/request-id.ts';
import type { Organisation } from '../organisation.ts';
import type { OrganisationRequest } from '../organisation-request.ts';
import { findManager, findOrganisation } from './find-organisation.ts';
import { Findings } from './findings.ts';
import { inviteAdministrators } from './invite-administrators.ts';
import { onboardingIdOf } from './onboarding-id.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';
import type { OnboardingResult } from './onboarding-result.ts';
import { provideGroups } from './provide-groups.ts';
import { readClaimCode, redeemClaimCode } from './redeem-claim-code.ts';
import { settleProducts } from './settle-products.ts';
import { shareEntitlement } from './share-entitlements.ts';
import type { StepName } from './step-record.ts';
import { type StepRunner, stepRunner } from './step-runner.ts';

/**
 * Gives a new customer or subsidiary what it was asked to have:
 *
 * 1. What can be checked is checked before anything is made: no organisation can be deleted, no claim code given back.
 * 2. The organisation is found by its name, or made.
 * 3. Its claim code is redeemed, and entitlements of its manager are shared with it.
 * 4. Products are activated and deactivated.
 * 5. Groups are found or made, and given their roles.
 * 6. The first administrators are invited and added to their groups.
 *
 * Each step looks at what is there first and is written down before it begins, so that it can be called again after
 * anything: nothing is made twice. What a person has to do is listed; it does not keep the rest from being done.
 *
 * @throws RefusedInput when the request must be corrected: a wrong region, a claim code that is used or has expired
 * @throws ConfigurationProblem when a person has to put something else right: a key that is not a manager's
 * @throws RetryLater when it must be called again, for one because the answer to a step was lost
 */
export async function onboardOrganisation(
  { requestId, request }: { readonly requestId: RequestId; readonly request: OrganisationRequest },
  ports: OnboardingPorts,
): Promise<OnboardingResult> {
  const { registry, claimCodes, journal, clock } = ports;
  const onboarding = onboardingIdOf(request.name);
  const runner = await stepRunner({ onboarding, requestId, journal, clock });
  const findings = new Findings();

  const manager = await findManager(registry);
  const present = await findOrganisation(registry, request);
  const { subscriptions: previewing } = ports.within(present?.id ?? manager.id);
  const subscriptionName =
    request.claimCode &&
    (await readClaimCode(request.claimCode, request, { subscriptions: previewing, claimCodes, runner }));

  const organisation = await makeOrganisation(request, ports, runner);
  const own = ports.within(organisation.id);
  const { subscriptions } = own;

  if (request.claimCode && subscriptionName) {
    const { claimCode, products } = request;
    const ended = await redeemClaimCode(claimCode, subscriptionName, products, {
      subscriptions,
      claimCodes,
      runner,
    });
    if (ended.result === 'open') {
      findings.leave({ step: 'redeem-claim-code', subject: claimCode }, ended.reason);
    } else if (!ended.found) {
      findings.waitFor(`the subscription ${subscriptionName}, to show`);
    }
  }
  for (const wish of request.sharedEntitlements) {
    const step: StepName = { step: 'share-entitlement', subject: `${wish.subscription}/${wish.entitlement}` };
    const { subscriptions: managers } = ports.within(manager.id);
    const ended = await shareEntitlement(wish, { own: subscriptions, manager: managers, runner });
    if (ended.result === 'open') findings.leave(step, ended.reason);
  }
  await settleProducts(request, { subscriptions, runner, findings, clock });
  const groups = await provideGroups(request.adminGroups, own, { runner, findings });
  await inviteAdministrators(request.administrators, groups, own, { runner, findings });

  const { leftForPerson, waitingFor } = findings;
  return { organisation, leftForPerson, waitingFor };
}

async function makeOrganisation(
  request: OrganisationRequest,
  { registry }: OnboardingPorts,
  runner: StepRunner,
): Promise<Organisation> {
  const { name, region } = request;
  const ended = await runner.settle({
    step: 'make-organisation',
    subject: name,
    look: () => findOrganisation(registry, request),
    act: () => registry.create({ name, region }),
    describe: (made) => (made ? `${made.name} is ${made.id}, in ${made.region ?? region}.` : name),
  });
  if (ended.result === 'open') throw new RefusedInput(ended.reason);
  if (ended.found) return ended.found;
  throw new RefusedInput(`${name} was made and is not there: look in the console.`);
}
