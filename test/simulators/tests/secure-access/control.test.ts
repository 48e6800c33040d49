import { describe, expect } from 'vitest';
import { controlRoutes } from '../../secure-access/control/control-routes.ts';
import { ApiCaller, it } from './simulator-test.ts';

const listId = 7_001_234;
const destinations = `/policies/v2/destinationlists/${listId}/destinations`;

describe('the control routes', () => {
  it.for(controlRoutes)(
    'carry out the example of $method $template',
    async ({ method, example }, { simulator }) => {
      const answer = await new ApiCaller(simulator.url).call(method, example.path, example.body);
      expect(answer).toMatchObject({ status: 200, body: expect.anything() });
    },
  );

  it.for([
    {
      method: 'PUT',
      path: '/_control/settings',
      body: { duplicates: 'sometimes' },
      says: '"skip"|"refuse"|"refuse-under-200"',
    },
    { method: 'PUT', path: '/_control/settings', body: { latency: 1 }, says: 'latency' },
    {
      method: 'PUT',
      path: '/_control/settings',
      body: { silentlyDroppedPattern: '(' },
      says: 'regular expression',
    },
    { method: 'POST', path: '/_control/reset', body: { only: ['everything'] }, says: '"log"' },
    {
      method: 'POST',
      path: '/_control/faults',
      body: { match: {}, effect: { kind: 'burn' } },
      says: 'process-then-hang',
    },
    {
      method: 'POST',
      path: '/_control/faults',
      body: { match: { template: '/x' }, effect: { kind: 'drop' } },
      says: '/policies/v2/rules/{ruleId}',
    },
    {
      method: 'POST',
      path: '/_control/faults',
      body: { match: {}, effect: { kind: 'add-by-hand', listId: 1, destinations: ['a.example'] } },
      says: 'no destination list 1',
    },
    { method: 'POST', path: '/_control/lists', body: { name: 'x', destinations: 'many' }, says: 'how many' },
    { method: 'GET', path: '/_control/lists/9', body: undefined, says: 'no destination list 9' },
    { method: 'PUT', path: '/_control/rules/9', body: { ruleIsEnabled: true }, says: 'no rule 9' },
    { method: 'POST', path: '/_control/rules', body: { ruleName: 'x' }, says: 'ruleAction' },
    {
      method: 'POST',
      path: '/_control/keys',
      body: { key: 'a', secret: 'b', scopes: ['everything'] },
      says: 'policies.rules:read',
    },
    {
      method: 'POST',
      path: '/_control/keys',
      body: { key: 'a', secret: 'b', scopes: ['admin.apikeys:read', 'policies:read'] },
      says: 'a KeyAdmin key has no other scopes',
    },
    {
      method: 'PUT',
      path: '/_control/keys/e1f7c9a2-5b3d-4c80-9f16-0a2b4c6d8eff',
      body: { enabled: false },
      says: 'there is no key',
    },
    { method: 'POST', path: '/_control/clock', body: { advanceSeconds: -1 }, says: 'advanceSeconds' },
    { method: 'GET', path: '/_control/requests?since=1', body: undefined, says: 'since' },
  ])('refuse $method $path with $body and say $says', async ({ method, path, body, says }, { simulator }) => {
    const answer = await new ApiCaller(simulator.url).call(method, path, body);
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(says), example: {} },
    });
  });

  it('refuse broken JSON', async ({ simulator }) => {
    const answer = await new ApiCaller(simulator.url).send('POST', '/_control/clock', '{');
    expect(answer).toMatchObject({ status: 400, body: { message: 'the body is not valid JSON' } });
  });

  it('list themselves where there is none', async ({ simulator }) => {
    const answer = await new ApiCaller(simulator.url).call('GET', '/_control');
    expect(answer).toMatchObject({ status: 404, body: { routes: { length: controlRoutes.length } } });
  });
});

describe('the request log', () => {
  it('tells method, path, status, number of items and which token, and nothing secret', async ({
    simulator,
    api,
  }) => {
    await api.signIn();
    await api.call('POST', destinations, [{ destination: 'a.example' }, { destination: 'b.example' }]);
    await api.call('GET', `${destinations}?page=1&limit=100`);
    expect(simulator.control.requests({ pathPrefix: '/policies' })).toMatchObject([
      {
        sequence: 3,
        time: '2026-01-01T08:00:00.000Z',
        method: 'POST',
        path: destinations,
        status: 200,
        items: 2,
      },
      { sequence: 4, method: 'GET', path: `${destinations}?page=1&limit=100`, status: 200, items: null },
    ]);
    const [post, get] = simulator.control.requests({ pathPrefix: '/policies' });
    expect(post?.tokenId).toMatch(/^[0-9a-f]{8}$/);
    expect(get?.tokenId).toBe(post?.tokenId);
    const everything = JSON.stringify([simulator.control.requests(), simulator.control.state()]);
    expect(everything).not.toContain(api.token);
    expect(everything).not.toContain('local-secret');
    expect(everything).not.toContain('local-log-bucket-secret-access-key');
  });

  it('leaves itself and the other control routes out', async ({ simulator, api }) => {
    await api.call('GET', '/_control/state');
    expect(simulator.control.requestCounts()).toEqual({ 'POST /auth/v2/token': 1 });
  });

  it('counts by method and route', async ({ simulator, api }) => {
    await api.call('POST', destinations, []);
    await api.call('POST', destinations.replace('7001234', '7001235'), []);
    await api.call('GET', '/policies/v2/nothing');
    expect(simulator.control.requestCounts()).toEqual({
      'POST /auth/v2/token': 1,
      'POST /policies/v2/destinationlists/{destinationListId}/destinations': 2,
      'GET (no route)': 1,
    });
  });
});

describe('what was posted twice', () => {
  const bad = [{ destination: 'bad.example' }];

  it.for(['skip', 'refuse', 'refuse-under-200'] as const)(
    'is known whatever the cloud answers: %s',
    async (duplicates, { simulator, api }) => {
      simulator.control.changeSettings({ duplicates });
      await api.call('POST', destinations, bad);
      await api.call('POST', destinations, bad);
      expect(simulator.control.postedTwice()).toEqual([
        { listId, destination: 'bad.example', timesStored: 1, timesPosted: 2, postedTwice: true },
      ]);
      expect(simulator.control.state().postedTwice).toHaveLength(1);
    },
  );

  it('includes what one request named twice', async ({ simulator, api }) => {
    await api.call('POST', destinations, [...bad, ...bad]);
    expect(simulator.control.postedTwice()).toHaveLength(1);
  });

  it('leaves out what was removed in between', async ({ simulator, api }) => {
    await api.call('POST', destinations, bad);
    await api.call('DELETE', `${destinations}/remove`, [990_001]);
    await api.call('POST', destinations, bad);
    expect(simulator.control.postedTwice()).toEqual([]);
    expect(simulator.control.destinations(listId)).toMatchObject([{ timesStored: 2, timesPosted: 2 }]);
  });

  it('leaves out what a person had added before', async ({ simulator, api }) => {
    simulator.control.addByHand(listId, ['bad.example']);
    await api.call('POST', destinations, bad);
    expect(simulator.control.postedTwice()).toEqual([]);
  });

  it('leaves out what the first request did not store', async ({ simulator, api }) => {
    await api.call('POST', destinations, [...bad, { destination: 'github.com/x' }]);
    await api.call('POST', destinations, bad);
    expect(simulator.control.postedTwice()).toEqual([]);
  });
});

describe('a reset', () => {
  it('brings back the seed', async ({ simulator, api }) => {
    const { requestCounts: _before, ...seed } = simulator.control.state();
    await api.call('POST', destinations, [{ destination: 'bad.example' }]);
    simulator.control.putList({ name: 'more', destinations: 3 });
    simulator.control.changeRule(591_701, { ruleIsEnabled: false });
    simulator.control.changeSettings({ duplicates: 'refuse' });
    simulator.control.addFault({ match: {}, effect: { kind: 'drop' } });
    simulator.control.putKey({ key: 'other', secret: 'x', scopes: [] });
    simulator.control.advanceClock(60);
    simulator.control.reset();
    expect(simulator.control.state()).toEqual({ ...seed, requestCounts: {} });
    expect((await api.call('GET', destinations)).status).toBe(401);
  });

  it('of the named parts leaves tokens and lists alone', async ({ simulator, api }) => {
    await api.call('POST', destinations, [{ destination: 'bad.example' }]);
    simulator.control.reset({ only: ['log', 'faults', 'settings'] });
    expect(simulator.control.requests()).toEqual([]);
    expect((await api.call('GET', destinations)).body).toMatchObject({ meta: { total: 1 } });
  });

  it('of the clock does not leave a key blocked by requests counted in the future', async ({
    simulator,
    api,
  }) => {
    simulator.control.advanceClock(600);
    for (let number = 1; number <= 20; number += 1) await api.signIn();
    simulator.control.reset({ only: ['clock'] });
    expect((await api.signIn()).status).toBe(200);
  });
});
