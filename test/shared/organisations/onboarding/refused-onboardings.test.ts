import { expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import { seededClaimCodes } from '../../../simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { northwind, startOnboardingBench } from './onboarding-bench.ts';
import { writingCalls } from './writing-calls.ts';

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
  expect(writingCalls(calls())).toEqual(['POST /subscriptions/claimInfo']);
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
