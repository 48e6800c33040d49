import { describe, expect, it } from 'vitest';
import { reportedHits } from '#shared/cisco/secure-access/reports/reported-hits.ts';
import { type Indicator, indicatorSchema } from '#shared/iocs/indicator.ts';
import { startSimulatedReports } from './simulated-reports.ts';

const domain = (value: string): Indicator => indicatorSchema.parse({ type: 'domain', value });

const everyType = [
  ['domain', 'sought.example'],
  ['domain', 'quiet.example'],
  ['url', 'https://kit.example/sought'],
  ['url', 'https://kit.example/quiet'],
  ['ipv4', '203.0.113.7'],
  ['ipv4', '203.0.113.8'],
  ['ipv6', '2001:db8::7'],
  ['cidr', '203.0.113.0/24'],
].map(([type, value]) => indicatorSchema.parse({ type, value }));

describe('what is still sought', () => {
  it('is told apart from what is not, whatever the verdict, for every type that the reports know', async () => {
    const { control, client, clock } = await startSimulatedReports();
    control.addActivity({ domain: 'login.sought.example', verdict: 'blocked' });
    control.addActivity({ domain: 'kit.example', url: 'https://kit.example/sought', verdict: 'blocked' });
    control.addActivity({ destinationIp: '203.0.113.7' });
    control.addActivity({ domain: 'quiet.example', hoursAgo: 200 });

    expect(await reportedHits({ client, clock }).among(everyType)).toEqual(
      new Set(['domain:sought.example', 'url:https://kit.example/sought', 'ipv4:203.0.113.7']),
    );
  });

  it('is found out with one request for names that nobody goes to', async () => {
    const { client, clock, asked } = await startSimulatedReports();
    const names = Array.from({ length: 80 }, (_, number) => domain(`bad-${number}.example`));

    expect(await reportedHits({ client, clock }).among(names)).toEqual(new Set());
    expect(asked()).toHaveLength(1);
  });

  it('is found out in requests that no server finds too long', async () => {
    const { control, client, clock, asked } = await startSimulatedReports();
    const names = Array.from({ length: 60 }, (_, number) =>
      domain(`${'long-name-'.repeat(15)}${number}.example`),
    );
    control.addActivity({ domain: names[41]?.value ?? '' });

    expect(await reportedHits({ client, clock }).among(names)).toEqual(
      new Set([`domain:${names[41]?.value}`]),
    );
    for (const query of asked()) expect(encodeURIComponent(query).length).toBeLessThan(6_000);
  });

  it('is nothing among nothing, without a request', async () => {
    const { client, clock, asked } = await startSimulatedReports();
    expect(await reportedHits({ client, clock }).among([])).toEqual(new Set());
    expect(asked()).toEqual([]);
  });
});
