import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { seededMaliciousHash, seededModules, seededSecureXClient } from '../../simulators/xdr/seed.ts';
import {
  command,
  domains,
  indicator,
  listName,
  rule,
  startEnrichmentBench,
  wanted,
} from './enrichment-bench.ts';

const deliberate = '/deliberate/observables';
const observe = '/observe/observables';
const token = '/oauth2/token';

/** A thousand indicators in requests of a hundred, 40 % of them repeats of the others. */
function thousandIndicators() {
  const unique = domains(600);
  const all = [...unique, ...unique.slice(0, 400)];
  return Array.from({ length: 10 }, (_, index) =>
    command(`alert-${index}`, all.slice(index * 100, (index + 1) * 100)),
  );
}

describe('1,000 indicators, 40 % of them repeats', () => {
  it('take no more requests than different ones need, and a second run within the validity takes none', async () => {
    const bench = await startEnrichmentBench();
    const commands = thousandIndicators();

    const results = await bench.run(commands);

    expect(results.map(({ kind }) => kind)).toEqual(commands.map(() => 'done'));
    expect(bench.requests(deliberate)).toBe(600 / bench.settings.indicatorsPerCall);
    expect(bench.requests(token)).toBe(1);

    bench.time.pass(59 * 60_000);
    const again = thousandIndicators().map((one) => command(`again-${one.messageId}`, one.indicators));
    await bench.run(again);

    expect(bench.requests(deliberate)).toBe(600 / bench.settings.indicatorsPerCall);
    expect(again.flatMap((one) => bench.decisions(one))).toHaveLength(1_000);
  });

  it('are asked about again once nobody knowing them has been believed for an hour', async () => {
    const bench = await startEnrichmentBench();
    await bench.run([command('a', domains(5))]);

    bench.time.pass(61 * 60_000);
    await bench.run([command('b', domains(5))]);

    expect(bench.requests(deliberate)).toBe(2);
  });
});

describe('429 with Retry-After 3557 on the second question', () => {
  it('ends all questions until then, loses nothing, and nobody waits', async () => {
    const bench = await startEnrichmentBench();
    bench.simulator.control.addFault({
      match: { template: '/iroh/iroh-enrich/deliberate/observables' },
      skip: 1,
      effect: { kind: 'respond', status: 429, headers: { 'retry-after': '3557' }, body: {} },
    });
    const first = [command('a', domains(20, 'a')), command('b', domains(40, 'b'))];

    const results = await bench.run(first);

    expect(bench.requests(deliberate)).toBe(2);
    expect(bench.time.slept).toEqual([]);
    expect(results).toMatchObject([{ kind: 'done' }, { kind: 'return' }]);
    const [, returned] = results;
    // A little later than the end, so that not all come at once.
    expect(returned).toMatchObject({ retryAfterSeconds: 3_557 + 30 });

    bench.time.pass(3_556_000);
    const meanwhile = await bench.run([command('b', domains(40, 'b')), command('c', domains(3, 'c'))]);
    expect(meanwhile.map(({ kind }) => kind)).toEqual(['return', 'return']);
    expect(meanwhile).toMatchObject([{ cause: expect.any(RetryLater) }, {}]);
    expect(bench.requests(deliberate)).toBe(2);

    bench.time.pass(2_000);
    const after = [command('b', domains(40, 'b')), command('c', domains(3, 'c'))];
    const done = await bench.run(after);
    expect(done.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(after.flatMap((one) => bench.decisions(one))).toHaveLength(43);
    expect(bench.time.slept).toEqual([]);
  });
});

describe("the organisation's hour", () => {
  it('is used up to our share only, and what is kept free for urgent requests is used by them alone', async () => {
    const bench = await startEnrichmentBench();
    bench.settings = { ...bench.settings, shareOfRateLimit: 20 / 8_000, expressShare: 0.5 };

    const [usual] = await bench.run([command('a', domains(400))]);
    expect(usual).toMatchObject({ kind: 'return', retryAfterSeconds: expect.any(Number) });
    const sent = bench.simulator.control.requests().length;
    expect(sent).toBe(10);

    const [urgent] = await bench.run(
      [command('b', domains(3, 'b'), { urgent: true })],
      bench.ports('express'),
    );
    expect(urgent).toMatchObject({ kind: 'done' });

    bench.time.pass(61 * 60_000);
    await bench.run([command('a', domains(400))]);
    // What was answered before is not asked again: it took the hour that nobody knows it, so all of it is asked anew.
    expect(bench.simulator.control.requests().length).toBeLessThanOrEqual(sent + 2 + 10);
  });
});

describe('modules that do not answer', () => {
  it('are named, and the others make the verdict', async () => {
    const bench = await startEnrichmentBench();
    bench.simulator.control.changeSettings({ moduleTimeLimitMilliseconds: 20 });
    bench.simulator.control.putModule({ instanceId: 'm-down', name: 'Broken Feed', error: {} });
    bench.simulator.control.putModule({ instanceId: 'm-slow', name: 'Slow Sandbox', takesMilliseconds: 900 });
    const asked = command('a', [indicator('bad.example')]);

    await bench.run([asked]);

    const [decision] = bench.decisions(asked);
    expect(decision?.verdict).toMatchObject({
      disposition: 'malicious',
      evidence: [{ module: 'Reputation Feed' }],
      failures: [
        { module: 'Broken Feed', kind: 'fatal' },
        { module: 'Slow Sandbox', code: 'timeout' },
      ],
    });
  });

  it('cost nobody the answer where they take too long once: the question is asked in halves', async () => {
    const bench = await startEnrichmentBench();
    bench.timeLimitMilliseconds = 500;
    bench.simulator.control.addFault({
      match: { template: '/iroh/iroh-enrich/deliberate/observables' },
      effect: { kind: 'process-then-hang' },
    });
    const asked = command('a', domains(8));

    const [result] = await bench.run([asked]);

    expect(result).toMatchObject({ kind: 'done' });
    expect(bench.decisions(asked).flatMap(({ verdict }) => verdict?.failures)).toEqual([]);
    // The whole, each of the two modules by itself, and the halves.
    expect(bench.requests(deliberate)).toBe(1 + 2 + 2);
  });

  it('are left out where XDR waits longer for them than we do, and named', async () => {
    const bench = await startEnrichmentBench();
    bench.timeLimitMilliseconds = 500;
    bench.simulator.control.putModule({
      instanceId: 'm-slow',
      name: 'Slow Sandbox',
      takesMilliseconds: 5_000,
    });
    const asked = command('a', [indicator('bad.example'), ...domains(25)]);

    const [result] = await bench.run([asked]);

    expect(result).toMatchObject({ kind: 'done' });
    const decisions = bench.decisions(asked);
    expect(decisions[0]?.verdict).toMatchObject({ disposition: 'malicious' });
    expect(decisions.map(({ verdict }) => verdict?.failures)).toEqual(
      decisions.map(() => [expect.objectContaining({ module: 'Slow Sandbox', code: 'timed-out' })]),
    );
    // One in vain, each of the three modules by itself, and both batches without the slow one.
    expect(bench.requests(deliberate)).toBe(1 + 3 + 2);
  });

  it('cost nobody else anything where XDR refuses one indicator', async () => {
    const bench = await startEnrichmentBench();
    bench.simulator.control.addFault({
      match: { template: '/iroh/iroh-enrich/deliberate/observables' },
      times: 3,
      effect: { kind: 'respond', status: 400, body: { error: 'invalid_request' } },
    });
    const asked = command('a', domains(4));

    await bench.run([asked]);

    // Refused are all four, then two and two; one of the ones is let through after another.
    const verdicts = bench.decisions(asked).map(({ verdict }) => verdict?.failures.length);
    expect(verdicts).toEqual([0, 0, 0, 0]);
    expect(bench.requests(deliberate)).toBe(7);
  });
});

describe('what follows from a verdict', () => {
  const policy = [
    rule(['malicious'], 'block', { types: ['domain', 'sha256'] }),
    rule(['unknown'], 'hold', { types: ['ipv4'] }),
    rule(['malicious', 'unknown'], 'incident', { types: ['email'] }),
  ];
  const responses = [
    {
      types: ['sha256' as const],
      moduleInstanceId: seededModules.endpoint.instanceId,
      actionId: 'add-to-blocked-files',
    },
  ];

  it('is one command for each list, with what is to be held in it, a response, and an incident', async () => {
    const bench = await startEnrichmentBench();
    const asked = command(
      'a',
      ['bad.example', '45.9.148.3', seededMaliciousHash, 'ceo@evil-host.com', '45.9.148.0/24'].map(indicator),
      { part: 3, settings: wanted({ policy, responses }), source: 'QRadar' },
    );

    const results = await bench.run([asked]);

    expect(results).toMatchObject([{ kind: 'done' }]);
    expect(bench.published[0]).toMatchObject({
      detailType: 'BlockRequested',
      detail: {
        requestId: asked.requestId,
        part: 30,
        destinationList: listName,
        source: 'QRadar',
        indicators: [
          { type: 'domain', value: 'bad.example' },
          {
            type: 'ipv4',
            value: '45.9.148.3',
            hold: 'Rule 2 of the policy: unknown ipv4, hold.',
          },
        ],
      },
    });
    expect([...bench.responses.values()]).toEqual([1]);
    expect(bench.decisions(asked)).toMatchObject([
      { value: 'bad.example', action: 'block' },
      { value: '45.9.148.3', action: 'hold' },
      { value: seededMaliciousHash, action: 'block', response: { result: 'done' } },
      { value: 'ceo@evil-host.com', action: 'incident', incidentId: `incident-of-${asked.requestId}` },
      { value: '45.9.148.0/24', action: 'none' },
    ]);
    expect(bench.published[1]).toMatchObject({ detailType: 'EnrichmentCompleted' });
    expect(bench.calledBack).toHaveLength(1);
  });

  it('is decided once: a redelivery acts on what was decided, also when XDR has changed its mind', async () => {
    const bench = await startEnrichmentBench();
    const asked = command('a', [indicator('bad.example'), indicator('ceo@evil-host.com')], {
      settings: wanted({ policy }),
    });
    bench.obstacle = new RetryLater('XDR is away', { retryAfterSeconds: 90 });
    const [returned] = await bench.run([asked]);
    expect(returned).toMatchObject({ kind: 'return' });
    expect(bench.published.map(({ detailType }) => detailType)).toEqual(['BlockRequested']);

    bench.obstacle = undefined;
    bench.table.verdicts.clear();
    bench.simulator.control.deleteModule(seededModules.reputation.instanceId);
    await bench.run([asked]);

    expect(bench.decisions(asked)).toMatchObject([
      { value: 'bad.example', action: 'block' },
      { value: 'ceo@evil-host.com', action: 'incident' },
    ]);
    expect(bench.requests(deliberate)).toBe(1);
  });

  it('is told at once where a person has to put something right, and done after that', async () => {
    const bench = await startEnrichmentBench();
    const asked = command('a', [indicator('ceo@evil-host.com')], { settings: wanted({ policy }) });
    bench.obstacle = new ConfigurationProblem('The client lacks private-intel:write.');

    const [returned] = await bench.run([asked]);

    expect(returned).toMatchObject({ kind: 'return' });
    expect([...bench.table.parts.values()]).toMatchObject([
      { state: 'decided', problem: 'The client lacks private-intel:write.' },
    ]);

    bench.obstacle = undefined;
    await bench.run([asked]);
    const [part] = bench.table.parts.values();
    expect(part).toMatchObject({ state: 'done' });
    expect(part).not.toHaveProperty('problem');
  });

  it('asks in depth where the connection wants so, and only there', async () => {
    const bench = await startEnrichmentBench();
    const asked = command('a', [indicator('bad.example'), indicator('clean.example')], {
      settings: wanted({ inDepth: ['malicious'] }),
    });

    await bench.run([asked]);
    await bench.run([command('b', [indicator('bad.example')], { settings: asked.settings })]);

    expect(bench.requests(observe)).toBe(1);
    expect(bench.decisions(asked)).toMatchObject([
      { verdict: { confidence: 'high', evidence: [{ reason: 'phishing kit' }] } },
      { verdict: { disposition: 'clean', confidence: 'none' } },
    ]);
  });
});

describe('a text', () => {
  it('is read by XDR, and what is found in it is asked about', async () => {
    const bench = await startEnrichmentBench();
    const asked = command('a', [], {
      text: 'The kit at bad.example phones home to 45.9.148.3; see wiki.corp.example.',
      ignoredDomains: ['corp.example'],
    });

    await bench.run([asked]);

    expect(bench.decisions(asked).map(({ value }) => value)).toEqual(['bad.example', '45.9.148.3']);
    expect([...bench.table.parts.values()]).toMatchObject([
      { rejected: [{ value: 'wiki.corp.example', reason: 'ignored-domain' }] },
    ]);
  });
});

describe('a client that no longer works', () => {
  it('is told with the request: SecureX ended, and how to make another', async () => {
    const bench = await startEnrichmentBench();
    const { clientId, clientPassword } = seededSecureXClient;
    bench.secrets.client = { clientId, clientPassword };

    const [returned] = await bench.run([command('a', domains(1))]);

    expect(returned).toMatchObject({ kind: 'return', cause: expect.any(ConfigurationProblem) });
    expect([...bench.table.parts.values()]).toMatchObject([
      { state: 'failed', problem: expect.stringContaining('SecureX ended on 2024-07-31') },
    ]);

    bench.secrets.client = { clientId: 'client-local', clientPassword: 'local-password' };
    const [done] = await bench.run([command('a', domains(1))]);
    expect(done).toMatchObject({ kind: 'done' });
  });
});

describe('a message that comes again', () => {
  it('calls nobody but the sender back, who knows repeats by the event', async () => {
    const bench = await startEnrichmentBench();
    const asked = command('a', domains(2));
    await bench.run([asked]);
    const events = bench.published.length;
    const requests = bench.simulator.control.requests().length;

    expect(await bench.run([asked, asked])).toMatchObject([{ kind: 'repeat' }, { kind: 'repeat' }]);

    expect(bench.published).toHaveLength(events);
    expect(bench.simulator.control.requests()).toHaveLength(requests);
    expect(new Set(bench.calledBack.map(({ eventId }) => eventId)).size).toBe(1);
  });

  it('is decided by one of two functions that have it at the same time', async () => {
    const bench = await startEnrichmentBench();
    const asked = command('a', [indicator('bad.example')], {
      settings: wanted({ policy: [rule(['malicious'], 'block')] }),
    });

    await Promise.all([bench.run([asked]), bench.run([asked])]);

    const blocks = bench.published.filter(({ detailType }) => detailType === 'BlockRequested');
    expect(new Set(blocks.map((event) => JSON.stringify(event.detail))).size).toBe(1);
  });
});
