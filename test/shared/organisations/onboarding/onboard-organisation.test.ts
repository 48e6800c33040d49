import { expect, it } from 'vitest';
import { seededClaimCodes } from '../../../simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { northwind, startOnboardingBench } from './onboarding-bench.ts';
import { writingCalls } from './writing-calls.ts';

it('a new subsidiary has its subscription, groups with roles and administrators by 35 requests; the rest follows when its products are set up', async () => {
  const { run, time, calls, made } = await startOnboardingBench();

  const first = await run();
  const firstCalls = calls();
  time.pass(120_000);
  const second = await run();

  expect(first.waitingFor).toEqual([
    'the setup of Secure Access',
    'the setup of Duo',
    'the role Read-only of Secure Access',
  ]);
  expect(writingCalls(firstCalls)).toEqual([
    'POST /subscriptions/claimInfo',
    'POST /v1/organizations',
    'POST /subscriptions/claimInfo',
    'POST /subscriptions',
    'POST /adminGroups',
    'POST /adminGroups',
    'PATCH /roles/{id}',
    'PATCH /users',
    'PATCH /adminGroups/{id}',
    'PATCH /adminGroups/{id}',
    'PATCH /users',
    'PATCH /adminGroups/{id}',
  ]);
  expect(firstCalls).toHaveLength(35);
  expect(writingCalls(calls())).toEqual(['PATCH /roles/{id}']);
  expect(second).toEqual({
    organisation: { id: expect.any(String), name: 'Northwind', region: 'EU', kind: 'managed' },
    waitingFor: [],
    leftForPerson: [
      {
        step: 'activate-product',
        subject: 'Duo',
        reason: expect.stringMatching(/^Duo must be finished in the console \(ACTION_REQUIRED\)/),
      },
    ],
  });
  expect(made()).toMatchObject([
    {
      name: 'Northwind',
      subscriptions: [{ name: 'Sub0001', products: [{ region: 'EMEA' }, { region: 'GLOBAL' }] }],
      people: {
        groups: [
          { name: 'Administrators', roles: ['Organization Administrator (Security Cloud Control)'] },
          { name: 'SOC analysts', roles: ['Read-only (Secure Access)'] },
        ],
        users: [
          { email: 'ada@northwind.example', groups: ['Administrators', 'SOC analysts'] },
          { email: 'bob@northwind.example', groups: ['SOC analysts'] },
        ],
      },
    },
  ]);
});

it('asked again, by the same request or another, it changes nothing', async () => {
  const { finish, askAnew, calls, made } = await startOnboardingBench();
  await finish();
  const before = made();
  calls();

  await finish();
  expect(writingCalls(calls())).toEqual([]);

  askAnew();
  await finish({ ...northwind, name: 'NORTHWIND' });
  // The claim code is used up by now; what it stood for is there.
  expect(writingCalls(calls())).toEqual(['POST /subscriptions/claimInfo']);
  expect(made()).toEqual(before);
});

it('what somebody has undone is left for a person, and is done again for another request alone', async () => {
  const { finish, askAnew, control, made, time } = await startOnboardingBench();
  await finish();
  const [organisation] = made();
  control.organisations.removeUser(organisation?.id ?? '', 'bob@northwind.example');
  time.pass(3_600_000);

  const same = await finish();
  expect(same.leftForPerson).toContainEqual({
    step: 'invite-administrator',
    subject: 'bob@northwind.example',
    reason: expect.stringMatching(/^It was done at 2026-01-01T08:00.* somebody has undone it\./),
  });
  expect(made()).toMatchObject([{ people: { users: [{ email: 'ada@northwind.example' }] } }]);

  askAnew();
  await finish();
  expect(made()).toMatchObject([
    { people: { users: [{}, { email: 'bob@northwind.example', invitationsSent: 1 }] } },
  ]);
});

it('names that nothing bears are left for a person, one by one, and do not keep the rest from being done', async () => {
  const { finish, made } = await startOnboardingBench();
  const { leftForPerson } = await finish({
    ...northwind,
    products: [...northwind.products, { product: 'XDR', region: 'EMEA', wanted: 'activated' }],
    sharedEntitlements: [{ subscription: 'Sub9', entitlement: 'XDR-ADV', quantity: 5 }],
    adminGroups: [...northwind.adminGroups, { name: 'Third', roles: [{ product: 'XDR', role: 'Admin' }] }],
  });
  expect(
    leftForPerson.map(({ step, subject, reason }) => `${step} ${subject}: ${reason.split('.')[0]}`),
  ).toEqual([
    'share-entitlement Sub9/XDR-ADV: The manager organisation has no subscription Sub9; it has none',
    'activate-product Duo: Duo must be finished in the console (ACTION_REQUIRED): open the subscription there and follow its setup; no call can',
    'activate-product XDR: No subscription of the organisation has a product XDR',
    'grant-role Third/XDR/Admin: There is no role Admin of the product XDR',
  ]);
  expect(made()).toMatchObject([{ people: { users: [{}, {}], groups: [{}, {}, {}] } }]);
});

it('no claim code stands in what is recorded', async () => {
  const { finish, journal } = await startOnboardingBench();
  const result = await finish();
  expect(JSON.stringify([result, journal.all()])).not.toContain(seededClaimCodes.valid);
});
