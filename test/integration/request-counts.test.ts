import { beforeEach, describe, expect, it } from 'vitest';
import { DeployedSystem, newDomains, statusCounts } from './deployed-system.ts';
import { mintToken, readDestinations, readList, readRules } from './simulator-remote.ts';

const system = new DeployedSystem();

beforeEach(() => system.simulator.forget());

describe('what blocking costs at Secure Access', () => {
  it('is two posts for 1,000 new indicators in one webhook, and none when it is sent again', async () => {
    const body = newDomains(1_000);
    const delivery = { id: `thousand-${body.indicators[0]}` };

    const first = await system.accepted('ioc-list', body, delivery);
    expect(first).toMatchObject({ duplicate: false, indicators: { queued: 1_000, held: 0, rejected: 0 } });
    expect(statusCounts(await system.settled(first.requestId))).toEqual({ enforced: 1_000 });

    const counts = await system.simulator.counts();
    expect(await system.simulator.posts()).toBe(2);
    // The first use of a list: one token, one look at the list, its page of rules. Nothing is read back.
    expect(counts[mintToken] ?? 0).toBeLessThanOrEqual(1);
    expect(counts[readList] ?? 0).toBeLessThanOrEqual(1);
    expect(counts[readRules] ?? 0).toBeLessThanOrEqual(1);
    expect(counts[readDestinations] ?? 0).toBe(0);

    const again = await system.accepted('ioc-list', body, delivery);
    expect(again).toMatchObject({ requestId: first.requestId, duplicate: true });
    await system.settled(again.requestId);
    // A later request passes through the same queue: when it is done, the repeat has been dealt with too.
    const later = await system.accepted('ioc-list', newDomains(1));
    await system.settled(later.requestId);
    expect(await system.simulator.posts()).toBe(3);
    expect(await system.simulator.postedTwice()).toEqual([]);
  });

  it('is at most a post a webhook for 2,000 new indicators in four webhooks', async () => {
    const bodies = Array.from({ length: 4 }, () => newDomains(500));
    const accepted = [];
    for (const body of bodies) accepted.push(await system.accepted('ioc-list', body));

    for (const { requestId } of accepted) {
      expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 500 });
    }
    const counts = await system.simulator.counts();
    expect(await system.simulator.posts()).toBeLessThanOrEqual(4);
    expect(counts[readDestinations] ?? 0).toBe(0);
    expect(await system.simulator.postedTwice()).toEqual([]);
  });

  it('is ten posts for 5,000 new indicators in one webhook, of which none is lost on the way', async () => {
    const { requestId, indicators } = await system.accepted('ioc-list', newDomains(5_000));
    expect(indicators.queued).toBe(5_000);

    expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 5_000 });

    expect(await system.simulator.posts()).toBe(10);
    expect(await system.simulator.postedTwice()).toEqual([]);
  });

  it('is nothing for indicators that another request has blocked', async () => {
    const body = newDomains(20);
    await system.settled((await system.accepted('ioc-list', body)).requestId);
    await system.simulator.forget();

    const second = await system.accepted('ioc-list', body);

    expect(statusCounts(await system.settled(second.requestId))).toEqual({ 'already-enforced': 20 });
    expect(await system.simulator.posts()).toBe(0);
  });
});
