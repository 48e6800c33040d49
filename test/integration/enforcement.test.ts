import { beforeEach, describe, expect, it } from 'vitest';
import { DeployedSystem, newDomains } from './deployed-system.ts';

const system = new DeployedSystem();

beforeEach(() => system.simulator.forget());

describe('the rules that use a list', () => {
  it('forbid writing when one of them allows, and the reason says so', async () => {
    const { requestId } = await system.accepted('partner-feed', newDomains(3));

    const { indicators } = await system.settled(requestId);

    expect(indicators).toHaveLength(3);
    for (const indicator of indicators) {
      expect(indicator.status).toBe('rejected');
      expect(indicator.reason).toMatch(/^used-by-allow-rule: the allow rule "Partner allow"/);
    }
    expect(await system.simulator.posts()).toBe(0);
  });

  it('make it stored-not-enforced when there is none', async () => {
    const { requestId } = await system.accepted('trial-feed', newDomains(3));

    const { indicators } = await system.settled(requestId);

    expect(indicators).toHaveLength(3);
    for (const indicator of indicators) {
      expect(indicator.status).toBe('stored-not-enforced');
      expect(indicator.reason).toMatch(/^no-rule-uses-list/);
    }
    expect(await system.simulator.posts()).toBe(1);
  });
});

describe('the operator routes', () => {
  it('tell where an indicator is blocked, since when and for which request', async () => {
    const body = newDomains(1);
    const { requestId } = await system.accepted('ioc-list', body);
    await system.settled(requestId);

    const answer = await system.operatorGet(`/indicators/domain/${body.indicators[0]}`);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      type: 'domain',
      value: body.indicators[0],
      blocks: [
        {
          destinationList: 'soc-block',
          destinationListId: 7001234,
          status: 'enforced',
          requestId,
          addedBy: 'us',
        },
      ],
    });
  });

  it('find a URL whose value is percent-encoded in the path', async () => {
    const url = `https://login-${Date.now()}.bad.example/a/b?c=1`;
    await system.settled((await system.accepted('ioc-list', { indicators: [url] })).requestId);

    const answer = await system.operatorGet(`/indicators/url/${encodeURIComponent(url)}`);

    expect(await answer.json()).toMatchObject({ value: url, blocks: [{ status: 'enforced' }] });
  });

  it('say that a request is unknown', async () => {
    const answer = await system.operatorGet(`/requests/req_${'0'.repeat(32)}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('are closed to callers without IAM credentials', async () => {
    const answer = await fetch(`${system.stack.apiUrl}/requests/req_${'0'.repeat(32)}`);
    expect(answer.status).toBe(403);
  });
});
