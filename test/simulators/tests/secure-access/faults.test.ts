import { describe, expect } from 'vitest';
import type { FaultInput } from '../../secure-access/fault.ts';
import { startSecureAccessSimulator } from '../../secure-access/start.ts';
import { ApiCaller, it } from './simulator-test.ts';

const listId = 7_001_234;
const template = '/policies/v2/destinationlists/{destinationListId}/destinations';
const destinations = `/policies/v2/destinationlists/${listId}/destinations`;
const onAdd = { method: 'POST', template } as const;
// How long a request may take to arrive on a busy machine.
const patience = { timeout: 4_000 };
const bad = [{ destination: 'bad.example' }];

describe('a fault', () => {
  it('answers in place of the cloud, and nothing is stored', async ({ simulator, api }) => {
    simulator.control.addFault({
      match: onAdd,
      effect: { kind: 'respond', status: 503, headers: { 'retry-after': '7' }, body: 'upstream down' },
    });
    const answer = await api.call('POST', destinations, bad);
    expect(answer).toMatchObject({ status: 503, body: 'upstream down' });
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(simulator.control.destinations(listId)).toEqual([]);
  });

  it('cuts the connection before anything is stored', async ({ simulator, api }) => {
    simulator.control.addFault({ match: onAdd, effect: { kind: 'drop' } });
    await expect(api.call('POST', destinations, bad)).rejects.toThrow('fetch failed');
    expect(simulator.control.destinations(listId)).toEqual([]);
    expect(simulator.control.requests({ method: 'POST' }).at(-1)).toMatchObject({
      status: null,
      outcome: 'cut-off',
      fault: 'drop',
    });
  });

  it('cuts the connection after everything is stored', async ({ simulator, api }) => {
    simulator.control.addFault({ match: onAdd, effect: { kind: 'process-then-drop' } });
    await expect(api.call('POST', destinations, bad)).rejects.toThrow('fetch failed');
    expect(simulator.control.destinations(listId)).toMatchObject([{ destination: 'bad.example' }]);
  });

  it('stores everything and says that it failed', async ({ simulator, api }) => {
    simulator.control.addFault({ match: onAdd, effect: { kind: 'process-then-respond', status: 500 } });
    expect(await api.call('POST', destinations, bad)).toMatchObject({ status: 500, body: {} });
    expect(simulator.control.destinations(listId)).toMatchObject([{ destination: 'bad.example' }]);
  });

  it('stores everything and never answers, until the simulator closes', async () => {
    const simulator = await startSecureAccessSimulator();
    const api = new ApiCaller(simulator.url);
    await api.signIn();
    simulator.control.addFault({ match: onAdd, effect: { kind: 'process-then-hang' } });
    const answer = api.call('POST', destinations, bad).catch(() => 'cut off');
    await expect
      .poll(() => simulator.control.requests().at(-1), patience)
      .toMatchObject({ status: null, outcome: 'left-hanging' });
    expect(simulator.control.destinations(listId)).toMatchObject([{ destination: 'bad.example' }]);
    await simulator.close();
    await expect(answer).resolves.toBe('cut off');
  });

  it('delays the answer by what the sleep port was told', async ({ onTestFinished }) => {
    const slept: number[] = [];
    const simulator = await startSecureAccessSimulator({
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
      },
    });
    onTestFinished(() => simulator.close());
    simulator.control.changeSettings({ latencyMilliseconds: 20 });
    simulator.control.addFault({ match: {}, effect: { kind: 'delay', milliseconds: 3_000 } });
    expect((await new ApiCaller(simulator.url).signIn()).status).toBe(200);
    expect(slept).toEqual([20, 3_000]);
  });

  it('does not keep the simulator from closing during a delay', async () => {
    const simulator = await startSecureAccessSimulator();
    simulator.control.addFault({ match: {}, effect: { kind: 'delay', milliseconds: 600_000 } });
    const answer = new ApiCaller(simulator.url).signIn().catch(() => 'cut off');
    await expect
      .poll(() => simulator.control.requests(), patience)
      .toMatchObject([{ outcome: 'in-progress' }]);
    await simulator.close();
    await expect(answer).resolves.toBe('cut off');
  });

  it('expires the token in use, and a new one works', async ({ simulator, api }) => {
    simulator.control.addFault({ match: onAdd, effect: { kind: 'expire-token' } });
    expect(await api.call('POST', destinations, bad)).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
    expect((await api.call('GET', destinations)).status).toBe(400);
    await api.signIn();
    expect((await api.call('POST', destinations, bad)).status).toBe(200);
  });

  it('lets another person add entries at that moment', async ({ simulator, api }) => {
    simulator.control.addFault({
      match: onAdd,
      effect: { kind: 'add-by-hand', listId, destinations: ['by-hand.example', 'bad.example'] },
    });
    const answer = await api.call('POST', destinations, bad);
    expect(answer.body).toMatchObject({ data: { meta: { destinationCount: 2 } } });
    expect(simulator.control.postedTwice()).toEqual([]);
  });

  it('strikes as often as told, after as many as told have passed', async ({ simulator, api }) => {
    simulator.control.addFault({ match: onAdd, skip: 1, times: 2, effect: { kind: 'respond', status: 500 } });
    const statuses: number[] = [];
    for (let round = 0; round < 4; round += 1)
      statuses.push((await api.call('POST', destinations, [])).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    expect(simulator.control.state().faults).toEqual([]);
  });

  it.for<{ match: FaultInput['match']; struck: boolean }>([
    { match: {}, struck: true },
    { match: { method: 'GET' }, struck: true },
    { match: { method: 'POST' }, struck: false },
    { match: { template }, struck: true },
    { match: { template: '/policies/v2/rules' }, struck: false },
    { match: { pathPattern: '/7001234/' }, struck: true },
    { match: { pathPattern: '/7001235/' }, struck: false },
    { match: { method: 'GET', pathPattern: '^/policies/' }, struck: true },
  ])(
    'with match $match strikes a read of destinations: $struck',
    async ({ match, struck }, { simulator, api }) => {
      await api.call('GET', destinations);
      simulator.control.addFault({ match, effect: { kind: 'respond', status: 500 } });
      expect((await api.call('GET', `${destinations}?page=1`)).status).toBe(struck ? 500 : 200);
    },
  );
});
