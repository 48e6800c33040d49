import { describe, expect, it } from 'vitest';
import type { AuthorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { reportedIdentities } from '#shared/cisco/secure-access/reports/reported-identities.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { type Indicator, type IndicatorType, indicatorSchema } from '#shared/iocs/indicator.ts';
import { startSimulatedReports } from './simulated-reports.ts';

const indicator = (type: IndicatorType, value: string): Indicator => indicatorSchema.parse({ type, value });
const busy = indicator('domain', 'busy.example');

describe('the identities that a block would touch', () => {
  it.each<[said: string, touched: Indicator, count: number | undefined]>([
    ['of a name, with the names below', busy, 5],
    ['of a URL, and nothing else on its host', indicator('url', 'https://shop.example/kit'), 2],
    ['of an address', indicator('ipv4', '203.0.113.7'), 1],
    ['of a destination that nobody goes to', indicator('domain', 'quiet.example'), 0],
    [
      'not of a network, for which the reports have no filter',
      indicator('cidr', '203.0.113.0/24'),
      undefined,
    ],
  ])('are counted %s', async (_said, touched, count) => {
    const { control, client, clock } = await startSimulatedReports();
    control.addActivity({ domain: 'busy.example', identities: ['ana', 'bo', 'cy'] });
    control.addActivity({ domain: 'www.busy.example', identities: ['cy', 'di'], verdict: 'blocked' });
    control.addActivity({ domain: 'a.b.busy.example', identities: ['ed'], hoursAgo: 167 });
    control.addActivity({ domain: 'busy.example', identities: ['long ago'], hoursAgo: 169 });
    control.addActivity({ domain: 'notbusy.example', identities: ['other'] });
    control.addActivity({
      domain: 'shop.example',
      url: 'https://shop.example/kit',
      identities: ['ana', 'bo'],
    });
    control.addActivity({ domain: 'shop.example', url: 'https://shop.example/', identities: ['cy'] });
    control.addActivity({ destinationIp: '203.0.113.7', identities: ['ana'] });

    expect(await reportedIdentities({ client, clock, most: 50 }).count(touched)).toBe(count);
  });

  it('take one request where the limit is small, however many there are', async () => {
    const { control, client, clock, asked } = await startSimulatedReports();
    control.addActivity({ domain: 'busy.example', identities: 5_000 });

    expect(await reportedIdentities({ client, clock, most: 50 }).count(busy)).toBe(51);
    expect(asked()).toEqual(['offset=0&limit=51&domains=busy.example,*.busy.example']);
  });

  it('are counted over pages up to a large limit, and no further', async () => {
    const { control, client, clock, asked } = await startSimulatedReports();
    control.addActivity({ domain: 'busy.example', identities: 9_000 });

    expect(await reportedIdentities({ client, clock, most: 2_500 }).count(busy)).toBe(3_000);
    expect(asked()).toHaveLength(3);
  });

  it.each(['location', 'body'] as const)(
    'are counted where the data is, when the cloud names it in the %s',
    async (reportsRedirect) => {
      const { control, client, clock, tokens } = await startSimulatedReports();
      control.changeSettings({ reportsRedirect });
      control.addActivity({ domain: 'busy.example', identities: 3 });

      expect(await reportedIdentities({ client, clock, most: 50 }).count(busy)).toBe(3);
      expect(tokens.replaced).toEqual([]);
    },
  );

  it('are counted at the pace that the reports allow', async () => {
    const { control, client, clock } = await startSimulatedReports();
    const identities = reportedIdentities({ client, clock, most: 50 });
    for (let number = 1; number <= 12; number += 1) await identities.count(busy);
    expect(control.requests({ pathPrefix: '/reports' }).filter(({ status }) => status !== 200)).toEqual([]);
  });
});

describe('nothing is counted', () => {
  it('without the scope, which a person must add', async () => {
    const { control, client, clock } = await startSimulatedReports();
    control.addFault({
      match: { pathPattern: '^/reports' },
      effect: { kind: 'respond', status: 403, body: { message: 'Forbidden' } },
    });

    const counting = reportedIdentities({ client, clock, most: 50 }).count(busy);
    await expect(counting).rejects.toThrow(ConfigurationProblem);
    await expect(counting).rejects.toThrow(/reports\.aggregations:read/);
  });

  it('while the reports are overloaded', async () => {
    const { control, client, clock } = await startSimulatedReports();
    control.addFault({
      match: { pathPattern: '^/reports' },
      times: 20,
      effect: { kind: 'respond', status: 503, body: {} },
    });

    await expect(reportedIdentities({ client, clock, most: 50 }).count(busy)).rejects.toThrow(RetryLater);
  });

  it.each<[said: string, status: number, body: unknown]>([
    ['from a refusal', 400, { message: 'Bad Request' }],
    ['from a page of a proxy', 200, '<html>'],
    ['from rows without identities', 200, { data: [{ requests: 1 }], meta: {} }],
    ['from an answer without rows', 200, { meta: {} }],
    ['from an error under 200', 200, { statusCode: 404, error: 'Not Found' }],
    ['from a second redirect', 200, { data: { redirect: 'https://reports.cisco.com/' } }],
  ])('%s', async (_said, status, body) => {
    const client: AuthorisedClient = { send: async () => ({ status, headers: new Headers(), body }) };
    const clock = { now: () => new Date('2026-01-01T08:00:00Z') };

    await expect(reportedIdentities({ client, clock, most: 50 }).count(busy)).rejects.toThrow(GiveUp);
  });
});

describe('a page that is shorter than asked for', () => {
  const clock = { now: () => new Date('2026-01-01T08:00:00Z') };
  /** A cloud that gives pages of `mostRows` at most. */
  const clientOf = (identities: number, mostRows: number): AuthorisedClient => ({
    async send({ path }) {
      const query = new URLSearchParams(path.split('?')[1]);
      const offset = Number(query.get('offset'));
      const length = Math.max(0, Math.min(Number(query.get('limit')), mostRows, identities - offset));
      const data = Array.from({ length }, (_, index) => ({ identity: { id: offset + index } }));
      return { status: 200, headers: new Headers(), body: { data, meta: {} } };
    },
  });

  it.each([
    [1_000, 350],
    [100, 350],
    [100, 300],
  ])('does not end the counting where pages hold %i rows', async (mostRows, identities) => {
    const client = clientOf(identities, mostRows);
    expect(await reportedIdentities({ client, clock, most: 900 }).count(busy)).toBe(identities);
  });
});
