import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DeployedSystem, newDomains, statusCounts } from './deployed-system.ts';
import { restartWorkers } from './restart-workers.ts';
import { mintToken } from './simulator-remote.ts';

const system = new DeployedSystem();
const destinations = { method: 'POST', pathPattern: '/destinations$' };

beforeAll(async () => {
  // The first token and the first look at the list are not what is counted here.
  await system.settled((await system.accepted('ioc-list', newDomains(1))).requestId);
});
beforeEach(() => system.simulator.forget());

/** Posts 1,000 indicators, which are two posts, and waits until all are enforced. */
async function expectThousandEnforced(): Promise<void> {
  const { requestId } = await system.accepted('ioc-list', newDomains(1_000));
  await expect
    .poll(async () => statusCounts(await system.settled(requestId)), { timeout: 110_000, interval: 500 })
    .toEqual({ enforced: 1_000 });
}

describe('a bad day at Secure Access: every indicator still ends enforced, none posted twice', () => {
  it.each([
    {
      title: 'the token expires before the second post',
      endsToken: true,
      faults: [{ match: destinations, skip: 1, effect: { kind: 'expire-token' } }],
      posts: 2,
    },
    {
      title: 'the token expires, and the answer is 401',
      endsToken: true,
      settings: { expiredTokenStatus: 401 },
      faults: [{ match: destinations, skip: 1, effect: { kind: 'expire-token' } }],
      posts: 2,
    },
    {
      title: 'the rate limit is met, without Retry-After',
      faults: [
        { match: destinations, effect: { kind: 'respond', status: 429, body: { message: 'slow down' } } },
      ],
      posts: 3,
    },
    {
      title: 'the rate limit is met, with Retry-After',
      faults: [
        {
          match: destinations,
          effect: {
            kind: 'respond',
            status: 429,
            headers: { 'retry-after': '2' },
            body: { message: 'slow down' },
          },
        },
      ],
      posts: 3,
    },
    {
      title: 'the server fails before storing',
      faults: [
        { match: destinations, effect: { kind: 'respond', status: 500, body: { error: 'Internal' } } },
      ],
      posts: 3,
    },
    {
      title: 'the server fails after storing',
      faults: [
        {
          match: destinations,
          effect: { kind: 'process-then-respond', status: 500, body: { error: 'Internal' } },
        },
      ],
      posts: 2,
    },
    {
      title: 'the connection is cut after storing',
      faults: [{ match: destinations, effect: { kind: 'process-then-drop' } }],
      posts: 2,
    },
    {
      title: 'the list and its rules cannot be read at first',
      faults: [
        {
          match: { method: 'GET' },
          times: 2,
          effect: { kind: 'respond', status: 503, body: { error: 'Unavailable' } },
        },
      ],
      posts: 2,
    },
    {
      title: 'somebody adds an entry by hand between the posts',
      faults: [
        {
          match: destinations,
          skip: 1,
          effect: { kind: 'add-by-hand', listId: 7001234, destinations: [`by-hand-${Date.now()}.example`] },
        },
      ],
      posts: 2,
    },
    {
      title: 'answers come without a count',
      settings: { destinationCount: 'missing' },
      faults: [],
      posts: 2,
    },
  ])('$title', async ({ endsToken, settings, faults, posts }) => {
    // A worker with a token from an earlier case would have two refused in one call, and rest for a minute.
    if (endsToken) await restartWorkers(system);
    if (settings) await system.simulator.change(settings);
    for (const fault of faults) await system.simulator.fault(fault);

    await expectThousandEnforced();

    expect(await system.simulator.posts()).toBe(posts);
    expect((await system.simulator.counts())[mintToken] ?? 0).toBeLessThanOrEqual(1);
    expect(await system.simulator.postedTwice()).toEqual([]);
  });

  it.each([
    { duplicates: 'skip', mixedBatch: 'refuse-all' },
    { duplicates: 'refuse', mixedBatch: 'partial' },
    { duplicates: 'refuse-under-200', mixedBatch: 'refuse-all' },
  ])(
    'a refused URL under HTTP 200 is rejected with the reason, the rest enforced ($duplicates, $mixedBatch)',
    async (settings) => {
      await system.simulator.change({ ...settings, highVolumeDomains: ['big-site.example'] });
      const refused = `https://big-site.example/${Date.now()}/kit.zip`;
      const { indicators } = newDomains(40);

      const { requestId } = await system.accepted('ioc-list', { indicators: [...indicators, refused] });
      const request = await system.settled(requestId);

      expect(statusCounts(request)).toEqual({ enforced: 40, rejected: 1 });
      expect(request.indicators.find(({ value }) => value === refused)?.reason).toMatch(
        /^refused-by-destination/,
      );
      expect(await system.simulator.postedTwice()).toEqual([]);
    },
  );
});
