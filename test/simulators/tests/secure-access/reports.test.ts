import { describe, expect } from 'vitest';
import { startOfTest } from '../send-request.ts';
import { it } from './simulator-test.ts';

const path = '/reports/v2/top-identities';
const lastWeek = 'from=-7days&to=now';

describe('the report of identities', () => {
  it('has a row for each identity, those with most requests first', async ({ simulator, api }) => {
    simulator.control.addActivity({ domain: 'busy.example', identities: ['ana', 'bo'] });
    simulator.control.addActivity({ domain: 'busy.example', identities: ['bo'], verdict: 'blocked' });

    expect((await api.call('GET', `${path}?${lastWeek}&limit=10&domains=busy.example`)).body).toMatchObject({
      data: [
        {
          rank: 1,
          requests: 2,
          counts: { allowedrequests: 1, blockedrequests: 1 },
          identity: { label: 'bo' },
        },
        {
          rank: 2,
          requests: 1,
          counts: { allowedrequests: 1, blockedrequests: 0 },
          identity: { label: 'ana' },
        },
      ],
      meta: {},
    });
  });

  it.for<[said: string, filter: string, found: number]>([
    ['a name', 'domains=a.example', 1],
    ['names below', 'domains=*.a.example', 2],
    ['several names', 'domains=a.example,*.a.example,b.example', 4],
    ['no name that only ends alike', 'domains=*.example.a', 0],
    ['a URL', 'urls=https%3A%2F%2Fb.example%2Fx', 1],
    ['an address', 'ip=203.0.113.7', 1],
    ['everything', '', 5],
  ])('is narrowed down to %s', async ([, filter, found], { simulator, api }) => {
    for (const activity of [
      { domain: 'a.example', identities: ['one'] },
      { domain: 'www.a.example', identities: ['two'] },
      { domain: 'x.www.a.example', identities: ['three'] },
      { domain: 'b.example', url: 'https://b.example/x', identities: ['four'] },
      { destinationIp: '203.0.113.7', identities: ['five'] },
    ]) {
      simulator.control.addActivity(activity);
    }
    const answer = await api.call('GET', `${path}?${lastWeek}&limit=10&${filter}`);
    expect(answer.body).toMatchObject({ data: { length: found } });
  });

  it('comes in pages without a total', async ({ simulator, api }) => {
    simulator.control.addActivity({ domain: 'busy.example', identities: 25 });
    const pageAt = async (offset: number) =>
      (await api.call('GET', `${path}?${lastWeek}&limit=10&offset=${offset}`)).body;
    expect(await pageAt(0)).toMatchObject({ data: { length: 10 }, meta: {} });
    expect(await pageAt(20)).toMatchObject({ data: { length: 5 } });
    expect(await pageAt(30)).toEqual({ data: [], meta: {} });
  });

  it.for<[period: string, found: number]>([
    ['from=-7days&to=now', 1],
    ['from=-2hours&to=now', 0],
    ['from=-7days&to=-4hours', 0],
    [`from=${startOfTest.getTime() - 3 * 3_600_000}&to=${startOfTest.getTime()}`, 1],
    [`from=${startOfTest.getTime() - 1_000}&to=${startOfTest.getTime()}`, 0],
  ])('covers %s', async ([period, found], { simulator, api }) => {
    simulator.control.addActivity({ domain: 'busy.example', hoursAgo: 3 });
    expect((await api.call('GET', `${path}?${period}&limit=10`)).body).toMatchObject({
      data: { length: found },
    });
  });

  it.for([
    'limit=10',
    'from=-7days&limit=10',
    `${lastWeek}`,
    'from=yesterday&to=now&limit=1',
    `${lastWeek}&limit=1&ip=x`,
  ])('refuses the query %s', async (query, { api }) => {
    expect(await api.call('GET', `${path}?${query}`)).toMatchObject({
      status: 400,
      body: { message: expect.any(String) },
    });
  });

  it('asks for its scope', async ({ simulator, api }) => {
    simulator.control.putKey({ key: 'blocker', secret: 'blocker-secret', scopes: ['policies:read'] });
    await api.signIn({ key: 'blocker', secret: 'blocker-secret' });
    expect(await api.call('GET', `${path}?${lastWeek}&limit=1`)).toMatchObject({
      status: 403,
      body: { message: 'Access Forbidden' },
    });
  });

  it('is given five times a second', async ({ simulator, api }) => {
    const status = async () => (await api.call('GET', `${path}?${lastWeek}&limit=1`)).status;
    for (let number = 1; number <= 5; number += 1) expect(await status()).toBe(200);
    expect(await status()).toBe(429);
    simulator.control.advanceClock(1);
    expect(await status()).toBe(200);
  });

  it('is read elsewhere when told so: in a header, or in the body', async ({ simulator, api }) => {
    simulator.control.addActivity({ domain: 'busy.example' });
    simulator.control.changeSettings({ reportsRedirect: 'location' });
    expect(await api.call('GET', `${path}?${lastWeek}&limit=1`)).toMatchObject({
      status: 200,
      body: { data: { length: 1 } },
    });
    simulator.control.changeSettings({ reportsRedirect: 'body' });
    expect((await api.call('GET', `${path}?${lastWeek}&limit=1`)).body).toEqual({
      data: { redirect: expect.stringContaining('/reports.eu/v2/top-identities?from=-7days') },
    });
    expect(simulator.control.requests({ pathPrefix: '/reports.eu' })).toHaveLength(1);
  });
});
