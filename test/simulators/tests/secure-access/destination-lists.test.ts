import { describe, expect } from 'vitest';
import { type ApiCaller, it } from './simulator-test.ts';

const lists = '/policies/v2/destinationlists';
const ownerKey = {
  key: 'owner',
  secret: 'owner-secret',
  scopes: ['policies:read', 'policies:write'],
} as const;

const block = {
  id: 7_001_234,
  organizationId: 8_100_001,
  access: 'none',
  isGlobal: false,
  name: 'soc-block',
  thirdpartyCategoryId: null,
  createdAt: 1_767_254_400,
  modifiedAt: 1_767_254_400,
  isMspDefault: false,
  markedForDeletion: false,
  bundleTypeId: 2,
};

describe('reading lists', () => {
  it('shows a list with integer id, epoch seconds, null category and all counts', async ({
    simulator,
    api,
  }) => {
    simulator.control.addByHand(7_001_234, [
      'bad.example',
      '203.0.113.9',
      '198.51.100.0/24',
      '2001:db8::1',
      'bad.example/x',
    ]);
    const answer = await api.call('GET', `${lists}/7001234`);
    expect(answer.body).toEqual({
      status: { code: 200, text: 'OK' },
      data: {
        ...block,
        meta: {
          destinationCount: 5,
          domainCount: 1,
          urlCount: 1,
          ipv4Count: 2,
          ipv6Count: 1,
          applicationCount: 0,
        },
      },
    });
  });

  it('pages with the total of all lists', async ({ api }) => {
    const answer = await api.call('GET', `${lists}?page=2&limit=2`);
    expect(answer.body).toMatchObject({
      status: { code: 200 },
      meta: { page: 2, limit: 2, total: 3 },
      data: [{ id: 7_001_236, name: 'unused' }],
    });
  });

  it('takes page 1 and 100 lists a page where nothing is said', async ({ api }) => {
    expect((await api.call('GET', lists)).body).toMatchObject({ meta: { page: 1, limit: 100, total: 3 } });
  });

  it.for(['limit=101', 'limit=0', 'page=0', 'page=x', 'limit=1.5'])(
    'refuses the query %s',
    async (query, { api }) => {
      const answer = await api.call('GET', `${lists}?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        statusCode: 400,
        error: 'Bad Request',
        message: expect.any(String),
      });
    },
  );

  it.for([
    ['GET', '/9'],
    ['PATCH', '/9'],
    ['DELETE', '/9'],
    ['GET', '/9/destinations'],
    ['POST', '/9/destinations'],
    ['DELETE', '/9/destinations/remove'],
  ] as const)(
    'answers 404 under HTTP 200 for a list that does not exist: %s %s',
    async ([method, path], { simulator, api }) => {
      await signInAsOwner(simulator.control, api);
      const answer = await api.call(method, lists + path, method === 'GET' ? undefined : []);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ statusCode: 404, error: 'Not Found', txId: expect.any(String) });
    },
  );

  it('refuses a list id that is no number', async ({ api }) => {
    expect((await api.call('GET', `${lists}/soc-block`)).status).toBe(400);
  });
});

describe('changing lists', () => {
  it('creates one with its first destinations and answers 200 and the count alone', async ({
    simulator,
    api,
  }) => {
    await signInAsOwner(simulator.control, api);
    const body = {
      access: 'none',
      isGlobal: false,
      name: 'new',
      destinations: [{ destination: 'bad.example' }],
    };
    const answer = await api.call('POST', lists, body);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      status: { code: 200, text: 'OK' },
      data: { ...block, id: 7_001_237, name: 'new', meta: { destinationCount: 1 } },
    });
  });

  it('creates the list and leaves out the URL when it is refused under HTTP 200', async ({
    simulator,
    api,
  }) => {
    await signInAsOwner(simulator.control, api);
    const destinations = [{ destination: 'github.com/bad' }];
    const answer = await api.call('POST', lists, {
      access: 'none',
      isGlobal: false,
      name: 'new',
      destinations,
    });
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 400 } });
    expect(simulator.control.destinations(7_001_237)).toEqual([]);
  });

  it.for([
    { case: 'no name', change: { name: undefined } },
    { case: 'a global list', change: { isGlobal: true } },
    { case: 'an access that can only be read', change: { access: 'thirdparty_block' } },
    { case: 'a bundle type of Umbrella', change: { bundleTypeId: 1 } },
    { case: '501 destinations', change: { destinations: Array(501).fill({ destination: 'bad.example' }) } },
    { case: 'an invalid destination', change: { destinations: [{ destination: 'no domain' }] } },
  ])('refuses to create one with $case', async ({ change }, { simulator, api }) => {
    await signInAsOwner(simulator.control, api);
    const answer = await api.call('POST', lists, { access: 'none', isGlobal: false, name: 'new', ...change });
    expect(answer).toMatchObject({ status: 400, body: { statusCode: 400, error: 'Bad Request' } });
    expect(simulator.control.state().lists).toHaveLength(3);
  });

  it('renames one', async ({ simulator, api }) => {
    await signInAsOwner(simulator.control, api);
    const answer = await api.call('PATCH', `${lists}/7001234`, { name: 'renamed' });
    expect(answer.body).toMatchObject({ data: { name: 'renamed', meta: { destinationCount: 0 } } });
  });

  it('refuses to change anything but the name', async ({ simulator, api }) => {
    await signInAsOwner(simulator.control, api);
    expect((await api.call('PATCH', `${lists}/7001234`, { name: 'x', access: 'block' })).status).toBe(400);
  });

  it('deletes one and answers with an empty array', async ({ simulator, api }) => {
    await signInAsOwner(simulator.control, api);
    const answer = await api.call('DELETE', `${lists}/7001236`);
    expect(answer.body).toEqual({ status: { code: 200, text: 'OK' }, data: [] });
    expect((await api.call('GET', `${lists}/7001236`)).body).toMatchObject({ statusCode: 404 });
  });
});

async function signInAsOwner(control: { putKey(key: typeof ownerKey): void }, api: ApiCaller): Promise<void> {
  control.putKey(ownerKey);
  await api.signIn(ownerKey);
}
