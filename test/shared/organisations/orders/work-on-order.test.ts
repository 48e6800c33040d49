import { expect, it } from 'vitest';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import { seededClaimCodes } from '../../../simulators/security-cloud-control/subscriptions/seed-claim-codes.ts';
import { northwind } from '../onboarding/onboarding-bench.ts';
import { startOrderBench } from './order-bench.ts';

const [secureAccess] = northwind.products;
const easy = { ...northwind, products: secureAccess ? [secureAccess] : [] };

it('an organisation that has everything is told once, with what is left for a person in any case', async () => {
  const { workToTheEnd, told, recordOf } = await startOrderBench();

  const standing = await workToTheEnd(easy);

  expect(standing).toMatchObject({ state: 'onboarded', organisation: { name: 'Northwind' } });
  expect(told()).toMatchObject([
    {
      detailType: 'OrganisationOnboarded',
      detail: {
        name: 'Northwind',
        ticket: 'CHG-7',
        requestedBy: 'Eve',
        organisation: { name: 'Northwind', region: 'EU' },
        nextSteps: [expect.stringContaining('API key'), expect.any(String), expect.any(String)],
      },
    },
  ]);
  expect(await recordOf('northwind')).toMatchObject({ ticket: 'CHG-7', standing: { state: 'onboarded' } });
});

it('the same order delivered again changes nothing and is not told again', async () => {
  const { work, workToTheEnd, told, made } = await startOrderBench();
  await workToTheEnd(easy);
  const before = made();

  expect(await work(easy)).toMatchObject({ kind: 'ended', standing: { state: 'onboarded' } });

  expect(told()).toHaveLength(1);
  expect(made()).toEqual(before);
});

it('what takes its time brings the order back after a minute, and nobody is told', async () => {
  const { work, told, recordOf } = await startOrderBench();

  const outcome = await work(easy);

  expect(outcome).toMatchObject({ kind: 'again', retryAfterSeconds: 60 });
  expect(told()).toEqual([]);
  expect(await recordOf('Northwind')).toMatchObject({
    standing: {
      state: 'under-way',
      waitingFor: ['the setup of Secure Access', 'the role Read-only of Secure Access'],
    },
  });
});

it('what is finished in the console is told with the reason, and the order ends', async () => {
  const { workToTheEnd, told } = await startOrderBench();

  const standing = await workToTheEnd();

  expect(standing).toMatchObject({
    state: 'incomplete',
    leftForPerson: [
      { step: 'activate-product', subject: 'Duo', reason: expect.stringContaining('ACTION_REQUIRED') },
    ],
  });
  expect(told().at(-1)).toMatchObject({
    detailType: 'OrganisationOnboardingIncomplete',
    detail: { goesOnByItself: false, moreCount: 0, leftForPerson: [{ subject: 'Duo' }] },
  });
});

it.each([
  ['used', /has already been used.*in the secret scc-automations\/test\/claim-codes\/northwind/],
  ['expired', /It has expired: ask whoever sold the subscription/],
] as const)('a claim code that is %s ends the order with what to do', async (kind, says) => {
  const { work, stored, told, made, recordOf } = await startOrderBench();
  stored.set('northwind', seededClaimCodes[kind]);

  const outcome = await work();

  expect(outcome).toMatchObject({ kind: 'ended', standing: { state: 'refused' } });
  const [event] = told();
  expect(event).toMatchObject({
    detailType: 'OrganisationOnboardingIncomplete',
    detail: { goesOnByItself: false, leftForPerson: [{ reason: expect.stringMatching(says) }] },
  });
  expect(await recordOf('Northwind')).toMatchObject({ standing: { problem: expect.stringMatching(says) } });
  expect(JSON.stringify([told(), await recordOf('Northwind')])).not.toContain(seededClaimCodes[kind]);
  expect(made()).toEqual([]);
});

it('a wrong region ends the order with the regions that there are', async () => {
  const { work, told } = await startOrderBench();
  const wrong = { product: 'Secure Access', region: 'GLOBAL', wanted: 'activated' } as const;
  await work({ ...northwind, products: [wrong] });
  expect(JSON.stringify(told())).toContain('cannot be in the region GLOBAL, only in NAM, EMEA, APJC');
});

it('the key of a standalone organisation is told once, and the order goes on when there is another', async () => {
  const { work, workToTheEnd, control, told } = await startOrderBench();
  control.organisations.change(seededOrganisation.id, { type: 'STANDALONE' });

  for (let deliveries = 1; deliveries <= 3; deliveries++) {
    expect(await work(easy)).toMatchObject({ kind: 'again', standing: { state: 'blocked' } });
  }

  expect(told()).toMatchObject([
    {
      detailType: 'OrganisationOnboardingIncomplete',
      detail: {
        goesOnByItself: true,
        leftForPerson: [{ reason: expect.stringMatching(/standalone.*Make an API key/) }],
      },
    },
  ]);

  control.organisations.change(seededOrganisation.id, { type: 'MANAGER' });

  expect(await workToTheEnd(easy)).toMatchObject({ state: 'onboarded' });
  expect(told().map(({ detailType }) => detailType)).toEqual([
    'OrganisationOnboardingIncomplete',
    'OrganisationOnboarded',
  ]);
});

it('a request that was corrected is worked on, whatever became of the one before', async () => {
  const { work, workToTheEnd, stored, recordOf } = await startOrderBench();
  stored.set('northwind', seededClaimCodes.expired);
  await work(easy);
  stored.set('northwind', seededClaimCodes.valid);

  await workToTheEnd(easy, 'second');

  expect(await recordOf('Northwind')).toMatchObject({ standing: { state: 'onboarded' } });
});

it('a call that fails for now keeps what was found before', async () => {
  const { work, journal, recordOf, told } = await startOrderBench();
  await work();
  journal.read = () => Promise.reject(new RetryLater('The table is busy.', { retryAfterSeconds: 7 }));

  expect(await work()).toMatchObject({ kind: 'again', retryAfterSeconds: 7 });

  expect(await recordOf('Northwind')).toMatchObject({
    standing: {
      state: 'under-way',
      organisation: { name: 'Northwind' },
      waitingFor: ['The table is busy.'],
    },
  });
  expect(told()).toEqual([]);
});

it('a failure of which nobody knows what it means is not recorded as anything', async () => {
  const { work, recordOf, stored, journal } = await startOrderBench();
  stored.set('northwind', seededClaimCodes.valid);
  journal.read = () => Promise.reject(new OutcomeUnknown('lost'));
  await expect(work()).rejects.toThrow('lost');
  expect(await recordOf('Northwind')).toBeUndefined();
});
