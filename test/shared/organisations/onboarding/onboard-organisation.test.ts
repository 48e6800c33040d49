import { expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import {
  seededClaimCodes,
  seededOffers,
} from '../../../simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { northwind, startOnboardingBench } from './onboarding-bench.ts';

const writes = (calls: readonly string[]) =>
  calls.filter((call) => !call.startsWith('GET')).map((call) => call.replace(/[0-9a-f-]{36}/, '{id}'));

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
  expect(writes(firstCalls)).toEqual([
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
  expect(writes(calls())).toEqual(['PATCH /roles/{id}']);
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
  expect(writes(calls())).toEqual([]);

  askAnew();
  await finish({ ...northwind, name: 'NORTHWIND' });
  // The claim code is used up by now; what it stood for is there.
  expect(writes(calls())).toEqual(['POST /subscriptions/claimInfo']);
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

it.each([
  ['used', /has already been used\. It was used before/],
  ['expired', /has expired\. It has expired: ask whoever sold the subscription/],
] as const)('a claim code that is %s is told before anything is made', async (kind, says) => {
  const { run, stored, calls, made, journal } = await startOnboardingBench();
  stored.set('northwind', seededClaimCodes[kind]);

  const refusal = await run().catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(RefusedInput);
  expect(refusal).toMatchObject({ message: expect.stringMatching(says) });
  expect(refusal).toMatchObject({
    message: expect.stringContaining(
      'It is stored in the secret scc-automations/test/claim-codes/northwind.',
    ),
  });
  expect(String(refusal)).not.toContain(seededClaimCodes[kind]);
  expect(writes(calls())).toEqual(['POST /subscriptions/claimInfo']);
  expect(made()).toEqual([]);
  expect(journal.all()).toEqual([]);
});

it('a claim code that nobody knows is told before anything is made', async () => {
  const { run, stored, made } = await startOnboardingBench();
  stored.set('northwind', 'LOCL-NONE-CODE-9999');
  await expect(run()).rejects.toThrow(/404: Claim code not found\. Compare the stored claim code/);
  expect(made()).toEqual([]);
});

it('a region where a product cannot be is told before anything is made', async () => {
  const { run, made } = await startOnboardingBench();
  const request = {
    ...northwind,
    products: [{ product: 'Secure Access', region: 'GLOBAL', wanted: 'activated' } as const],
  };
  await expect(run(request)).rejects.toThrow(
    'Secure Access cannot be in the region GLOBAL, only in NAM, EMEA, APJC.',
  );
  expect(made()).toEqual([]);
});

it('the key of a standalone organisation is told with what to do', async () => {
  const { run, control, calls, made } = await startOnboardingBench();
  control.organisations.change(seededOrganisation.id, { type: 'STANDALONE' });

  const refusal = await run().catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(ConfigurationProblem);
  expect(refusal).toMatchObject({
    message: expect.stringMatching(
      /Acme Local, which is a standalone organisation.*Make an API key in the console of the manager/,
    ),
  });
  expect(calls()).toEqual(['GET ']);
  expect(made()).toEqual([]);
});

it('a host of another region is told with the right one', async () => {
  const { run, control, tokens } = await startOnboardingBench();
  await tokens.current();
  control.changeSettings({ region: 'wrong' });
  await expect(run()).rejects.toThrow(
    /is the wrong region: .* served by https:\/\/api\.security\.cisco\.com alone/,
  );
});

it('an organisation of that name in another region is neither used nor made a second time', async () => {
  const { finish, run, made } = await startOnboardingBench();
  await finish();
  await expect(run({ ...northwind, region: 'US' })).rejects.toThrow(
    'Northwind is there already, in the region EU; US was asked for.',
  );
  expect(made()).toHaveLength(1);
});

it('a manager whose key stops at its own organisation learns what is left to a person', async () => {
  const { run, control, made } = await startOnboardingBench();
  control.changeSettings({ managedOrganisations: 'own-key-only' });
  await expect(run()).rejects.toThrow(/although main manages it.* keys of its own are made/);
  expect(made()).toHaveLength(1);
});

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
  expect(writes(calls())).toEqual(['PUT /subscriptions/{id}']);
  expect(made()).toMatchObject([
    {
      subscriptions: [{ products: [{ status: 'ACTIVATED', region: 'EMEA' }, { status: 'NOT_PROVISIONED' }] }],
    },
  ]);

  askAnew();
  await finish({ ...request, products: [{ product: 'secure access', wanted: 'deactivated' }] });
  expect(writes(calls())).toEqual(['PUT /subscriptions/{id}']);
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
    expect(writes(calls())).toEqual(['POST /v1/organizations', 'PATCH /subscriptions/{id}']);

    askAnew();
    const [wish] = request.sharedEntitlements;
    const more = await finish({ ...request, sharedEntitlements: wish ? [{ ...wish, quantity: 60 }] : [] });
    expect(more.leftForPerson).toMatchObject([
      { reason: expect.stringContaining('50 of SA-SIA-ADV are shared already, and 60 were asked for') },
    ]);
    expect(writes(calls())).toEqual([]);
    expect(made()).toMatchObject([{ subscriptions: [{ name: 'Sub0001', source: 'SHARED' }] }]);
  },
);

it('no claim code stands in what is recorded', async () => {
  const { finish, journal } = await startOnboardingBench();
  const result = await finish();
  expect(JSON.stringify([result, journal.all()])).not.toContain(seededClaimCodes.valid);
});
