import { expect, it } from 'vitest';
import { Mortality } from '../../../mortality.ts';
import { northwind, startOnboardingBench } from './onboarding-bench.ts';

const [secureAccess] = northwind.products;
const [ada] = northwind.administrators;

/** One of everything that must not be made twice. */
const oneOfEach = {
  ...northwind,
  products: secureAccess ? [secureAccess] : [],
  adminGroups: [{ name: 'Analysts', roles: [{ product: 'Secure Access', role: 'Read-only' }] }],
  administrators: ada ? [{ ...ada, adminGroups: ['Analysts'] }] : [],
};

/** What one ticket comes to, however often its worker died. */
const onboarded = [
  {
    name: 'Northwind',
    subscriptions: [{ name: 'Sub0001' }],
    people: {
      groups: [{ name: 'Analysts', roles: ['Read-only (Secure Access)'] }],
      users: [{ email: 'ada@northwind.example', invitationsSent: 1, groups: ['Analysts'] }],
    },
  },
];

/** A platform that makes a second try most harmful. */
async function startHarmfulBench(listDelaySeconds = 0) {
  const bench = await startOnboardingBench();
  bench.control.changeSettings({
    inviteOfMember: 'succeeds',
    duplicateNames: 'taken',
    productSetupSeconds: 0,
    listDelaySeconds,
  });
  return bench;
}

/** How many calls to the outside a worker makes that nobody kills. */
async function callsOfHealthyWorker(): Promise<number> {
  const { run } = await startHarmfulBench();
  const healthy = new Mortality();
  await run(oneOfEach, healthy);
  return healthy.calls;
}

it.each([{ listDelaySeconds: 0 }, { listDelaySeconds: 120 }])(
  'a worker that dies after any of its calls leaves one of everything, where lists learn after $listDelaySeconds seconds',
  { timeout: 60_000 },
  async ({ listDelaySeconds }) => {
    const calls = await callsOfHealthyWorker();
    expect(calls).toBeGreaterThan(30);
    for (let call = 1; call <= calls; call++) {
      const { run, finish, made } = await startHarmfulBench(listDelaySeconds);
      await expect(run(oneOfEach, new Mortality({ call, when: 'after' }))).rejects.toThrow();
      expect((await finish(oneOfEach)).leftForPerson).toEqual([]);
      expect(made(), `killed after call ${call}`).toMatchObject(onboarded);
    }
  },
);

it('a worker that dies after every one of its calls in turn gets there, and leaves one of everything', async () => {
  const { run, finish, made, time } = await startHarmfulBench();
  const calls = await callsOfHealthyWorker();
  for (let call = 1; call <= calls; call++) {
    await run(oneOfEach, new Mortality({ call, when: 'after' })).catch(() => undefined);
    time.pass(301_000);
  }
  await finish(oneOfEach);
  expect(made()).toMatchObject(onboarded);
});

const organisation = '/v1/organizations/{orgId}';
const changes = [
  { method: 'POST', template: '/v1/organizations' },
  { method: 'POST', template: `${organisation}/subscriptions` },
  { method: 'POST', template: `${organisation}/adminGroups` },
  { method: 'PATCH', template: `${organisation}/adminGroups/{groupId}` },
  { method: 'PATCH', template: `${organisation}/roles/{roleId}` },
  { method: 'PATCH', template: `${organisation}/users` },
] as const;

const faults = [
  { fate: 'never arrives', effect: { kind: 'drop' } },
  { fate: 'is heard and not answered', effect: { kind: 'process-then-drop' } },
  { fate: 'is heard and refused', effect: { kind: 'process-then-respond', status: 502 } },
  {
    fate: 'is answered in a form that nobody knows',
    effect: { kind: 'process-then-respond', status: 200, body: 'so be it' },
  },
] as const;

it.each(changes.flatMap((match) => faults.map((fault) => ({ match, ...fault }))))(
  '$match.method $match.template that $fate is made once, although lists learn of it late',
  async ({ match, effect }) => {
    const { finish, made, control } = await startHarmfulBench(120);
    control.addFault({ match, effect });
    expect((await finish(oneOfEach)).leftForPerson).toEqual([]);
    expect(made()).toMatchObject(onboarded);
  },
);

it('three workers of one ticket at the same time make nothing twice', async () => {
  const { run, finish, made } = await startHarmfulBench();
  await Promise.allSettled([run(oneOfEach), run(oneOfEach), run(oneOfEach)]);
  await finish(oneOfEach);
  expect(made()).toMatchObject(onboarded);
});

it('two tickets for one organisation at the same time make one', async () => {
  const { run, finish, made, askAnew } = await startHarmfulBench();
  const one = run(oneOfEach);
  askAnew();
  await Promise.allSettled([one, run(oneOfEach)]);
  await finish(oneOfEach);
  expect(made()).toMatchObject(onboarded);
});
