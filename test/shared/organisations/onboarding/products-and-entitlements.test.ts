import { expect, it } from 'vitest';
import { seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import {
  seededClaimCodes,
  seededOffers,
} from '../../../simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { northwind, startOnboardingBench } from './onboarding-bench.ts';
import { writingCalls } from './writing-calls.ts';

it('a product that is not set up with its claim code is activated, and one is deactivated', async () => {
  const { finish, control, made, askAnew, calls } = await startOnboardingBench();
  await finish({ ...northwind, claimCode: undefined, products: [], adminGroups: [], administrators: [] });
  const [organisation] = made();
  control.organisations.redeem(organisation?.id ?? '', seededClaimCodes.valid);
  calls();
  const [secureAccess] = northwind.products;
  const request = { ...northwind, claimCode: undefined, adminGroups: [], administrators: [] };

  const active = await finish({ ...request, products: secureAccess ? [secureAccess] : [] });
  expect(active.leftForPerson).toEqual([]);
  expect(writingCalls(calls())).toEqual(['PUT /subscriptions/{id}']);
  expect(made()).toMatchObject([
    {
      subscriptions: [{ products: [{ status: 'ACTIVATED', region: 'EMEA' }, { status: 'NOT_PROVISIONED' }] }],
    },
  ]);

  askAnew();
  await finish({ ...request, products: [{ product: 'secure access', wanted: 'deactivated' }] });
  expect(writingCalls(calls())).toEqual(['PUT /subscriptions/{id}']);
  expect(made()).toMatchObject([{ subscriptions: [{ products: [{ status: 'DEACTIVATED' }, {}] }] }]);
});

it('a setup that fails, or does not end within a day, is left for a person', async () => {
  const { finish, control, stored, run, time } = await startOnboardingBench();
  const { secureAccess, duo } = seededOffers;
  control.organisations.putClaimCode({
    code: 'LOCL-FAIL-CODE-0009',
    subscriptionName: 'Sub0009',
    products: [
      { ...secureAccess, allowedRegions: ['EMEA'], entitlements: [], setupEnds: 'ERROR' },
      { ...duo, allowedRegions: ['GLOBAL'], entitlements: [] },
    ],
  });
  stored.set('northwind', 'LOCL-FAIL-CODE-0009');
  control.changeSettings({ productSetupSeconds: 86_400 });
  await run({ ...northwind, adminGroups: [], administrators: [] });
  time.pass(86_000_000);
  expect((await run({ ...northwind, adminGroups: [], administrators: [] })).waitingFor).toHaveLength(2);

  time.pass(500_000);
  const failed = await finish({ ...northwind, adminGroups: [], administrators: [] });
  expect(failed.leftForPerson).toMatchObject([
    { subject: 'Secure Access', reason: expect.stringContaining('has failed (ERROR)') },
    { subject: 'Duo', reason: expect.stringContaining('ACTION_REQUIRED') },
  ]);
});

it.each(['replaces', 'adds'] as const)(
  'entitlements are shared once, and never changed blindly, where a quantity %s',
  async (sharedQuantity) => {
    const { finish, askAnew, control, calls, made } = await startOnboardingBench();
    control.changeSettings({ sharedQuantity });
    control.organisations.redeem(seededOrganisation.id, seededClaimCodes.valid);
    const request = {
      ...northwind,
      claimCode: undefined,
      products: [],
      adminGroups: [],
      administrators: [],
      sharedEntitlements: [{ subscription: 'Sub0001', entitlement: 'SA-SIA-ADV', quantity: 50 }],
    };
    expect((await finish(request)).leftForPerson).toEqual([]);
    askAnew();
    expect((await finish(request)).leftForPerson).toEqual([]);
    expect(writingCalls(calls())).toEqual(['POST /v1/organizations', 'PATCH /subscriptions/{id}']);

    askAnew();
    const [wish] = request.sharedEntitlements;
    const more = await finish({ ...request, sharedEntitlements: wish ? [{ ...wish, quantity: 60 }] : [] });
    expect(more.leftForPerson).toMatchObject([
      { reason: expect.stringContaining('50 of SA-SIA-ADV are shared already, and 60 were asked for') },
    ]);
    expect(writingCalls(calls())).toEqual([]);
    expect(made()).toMatchObject([{ subscriptions: [{ name: 'Sub0001', source: 'SHARED' }] }]);
  },
);
