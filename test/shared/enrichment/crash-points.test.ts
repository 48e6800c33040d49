import { describe, expect, it } from 'vitest';
import { deathsAmong, Mortality } from '../../mortality.ts';
import { seededMaliciousHash, seededModules } from '../../simulators/xdr/seed.ts';
import {
  command,
  domains,
  EnrichmentBench,
  indicator,
  rule,
  startEnrichmentBench,
  wanted,
} from './enrichment-bench.ts';

const settings = wanted({
  inDepth: ['malicious'],
  policy: [
    rule(['malicious'], 'block'),
    rule(['unknown'], 'hold', { types: ['ipv4'] }),
    rule(['unknown'], 'incident', { types: ['email'] }),
  ],
  responses: [
    {
      types: ['sha256'],
      moduleInstanceId: seededModules.endpoint.instanceId,
      actionId: 'add-to-blocked-files',
    },
  ],
});

/** Two messages that share an indicator, and everything that may follow from a verdict. */
function messages() {
  return [
    command('a', ['bad.example', '45.9.148.3', seededMaliciousHash].map(indicator), { settings }),
    command('b', ['bad.example', 'ceo@evil-host.com'].map(indicator).concat(domains(2)), { settings }),
  ];
}

async function runUntilDeath(bench: EnrichmentBench, mortality: Mortality): Promise<void> {
  const ports = bench.ports();
  const { intelligence } = ports;
  const { knows, investigateUrl } = intelligence;
  await bench
    .run(messages(), {
      ...ports,
      // What only looks at its own arguments is no call to the outside.
      intelligence: { ...mortality.mortal(intelligence, 'intelligence'), knows, investigateUrl },
      cache: mortality.mortal(ports.cache, 'cache'),
      enrichments: mortality.mortal(ports.enrichments, 'enrichments'),
      events: mortality.mortal(ports.events, 'events'),
      responder: mortality.mortal(ports.responder, 'responder'),
      incidents: mortality.mortal(ports.incidents, 'incidents'),
      callbacks: mortality.mortal(ports.callbacks, 'callbacks'),
    })
    .catch(() => undefined);
}

describe('an enricher that dies at any of its calls', () => {
  it('loses nothing, decides once, and commands the same again at most', async () => {
    const { simulator, time } = await startEnrichmentBench();
    const healthy = new Mortality();
    await runUntilDeath(new EnrichmentBench(simulator, time), healthy);
    expect(healthy.calls).toBeGreaterThan(12);
    console.info(`${2 * healthy.calls} points of death`);

    for (const death of deathsAmong(healthy.calls)) {
      const bench = new EnrichmentBench(simulator, time);
      await runUntilDeath(bench, new Mortality(death));
      const decidedBefore = new Map(bench.table.parts);
      const questionsBefore = bench.requests('/deliberate/observables');
      const knownBefore = bench.table.verdicts.size;

      const results = await bench.run(messages());

      const where = `killed ${death.when} ${healthy.names[death.call - 1]} (${death.call} of ${healthy.calls})`;
      expect(
        results.filter(({ kind }) => kind === 'return'),
        where,
      ).toEqual([]);
      expect(
        messages().map((one) => bench.decisions(one).length),
        where,
      ).toEqual([3, 4]);
      for (const [key, { decisions }] of decidedBefore) {
        const now = bench.table.parts.get(key)?.decisions ?? [];
        expect(
          now.map(({ action, verdict }) => ({ action, verdict })),
          where,
        ).toEqual(decisions.map(({ action, verdict }) => ({ action, verdict })));
      }
      for (const [detailType, different] of [
        ['BlockRequested', 2],
        ['EnrichmentCompleted', 2],
      ] as const) {
        const details = bench.published.filter((event) => event.detailType === detailType);
        expect(new Set(details.map(({ detail }) => JSON.stringify(detail))).size, where).toBe(different);
      }
      expect(new Set(bench.calledBack.map(({ eventId }) => eventId)).size, where).toBe(2);
      expect(
        [...bench.incidents.values()].map(({ size }) => size),
        where,
      ).toEqual([1]);
      expect([...bench.responses.keys()], where).toHaveLength(1);
      const questions = bench.requests('/deliberate/observables') - questionsBefore;
      expect(questions, where).toBe(knownBefore > 0 ? 0 : 1);
    }
  });
});
