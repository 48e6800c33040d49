import { describe, expect, it } from 'vitest';
import { deliberate, observe, observeTargets } from '#shared/cisco/xdr/enrich/enrich-observables.ts';
import { seededMaliciousHash, seededModules } from '../../../../simulators/xdr/seed.ts';
import { startSimulatedXdr } from '../simulated-xdr.ts';

const { reputation, endpoint } = seededModules;
const bad = { type: 'domain', value: 'bad.example' };
const clean = { type: 'domain', value: 'clean.example' };
const hash = { type: 'sha256', value: seededMaliciousHash };

describe('deliberate', () => {
  it('gives the verdicts of every module on many observables, for one request', async () => {
    const { client, calls, control } = await startSimulatedXdr();

    const { answers, errors } = await deliberate(client, [bad, clean, hash]);

    expect(errors).toEqual([]);
    expect(answers.map(({ module }) => module.name)).toEqual([reputation.name, endpoint.name]);
    expect(answers[0]?.verdicts).toMatchObject({
      total: 3,
      documents: [
        {
          observable: bad,
          disposition: 'malicious',
          validFrom: new Date('2026-01-01T08:00:00Z'),
          validUntil: new Date('2026-01-08T08:00:00Z'),
        },
        { observable: clean, disposition: 'clean' },
        { observable: hash, disposition: 'unknown' },
      ],
    });
    expect(answers[1]?.verdicts.documents).toMatchObject([{ observable: hash, disposition: 'malicious' }]);
    expect(calls()).toEqual(['POST /iroh/iroh-enrich/deliberate/observables']);
    expect(control.requests({ pathPrefix: '/iroh/iroh-enrich' })).toMatchObject([{ items: 3 }]);
  });

  it('maps the number of a verdict that has no name', async () => {
    const { client, control } = await startSimulatedXdr();
    control.changeSettings({ dispositionName: 'missing' });

    const { answers } = await deliberate(client, [bad]);

    expect(answers[0]?.verdicts.documents).toMatchObject([{ disposition: 'malicious' }]);
  });

  it('asks the named modules only', async () => {
    const { client, calls } = await startSimulatedXdr();

    const { answers } = await deliberate(client, [bad], { moduleInstanceIds: [endpoint.instanceId, 'none'] });

    expect(answers.map(({ module }) => module.instanceId)).toEqual([endpoint.instanceId]);
    expect(calls()).toEqual([
      `POST /iroh/iroh-enrich/deliberate/observables?mids=${endpoint.instanceId}&mids=none`,
    ]);
  });

  it('names the module that errs and the one that is too slow, beside the verdicts of the others', async () => {
    const { client, control, calls } = await startSimulatedXdr();
    control.putModule({ instanceId: 'down', name: 'Down', error: { code: 'auth', message: 'key expired' } });
    control.putModule({ instanceId: 'stuck', name: 'Stuck', takesMilliseconds: 60_000, otherwise: 1 });
    control.putModule({ instanceId: 'slow', name: 'Slow', takesMilliseconds: 9_000, otherwise: 3 });

    const { answers, errors } = await deliberate(client, [bad]);

    expect(answers.map(({ module }) => module.name)).toEqual([reputation.name, endpoint.name, 'Slow']);
    expect(errors).toMatchObject([
      {
        module: { name: 'Down', instanceId: 'down' },
        severity: 'fatal',
        code: 'auth',
        message: 'key expired',
      },
      { module: { name: 'Stuck' }, code: 'timeout' },
    ]);
    expect(calls()).toHaveLength(1);
  });
});

describe('observe', () => {
  it('gives the evidence too, and says how much more there is', async () => {
    const { client } = await startSimulatedXdr();

    const { answers } = await observe(client, [hash], { moduleInstanceIds: [endpoint.instanceId] });

    expect(answers).toMatchObject([
      {
        module: { name: endpoint.name },
        verdicts: { documents: [{ disposition: 'malicious', judgementId: undefined }] },
        judgements: {
          documents: [
            {
              observable: hash,
              severity: 'Critical',
              confidence: 'High',
              priority: 90,
              source: endpoint.name,
              reason: 'ransomware',
              link: expect.stringContaining('https://console.example/'),
            },
          ],
        },
        sightings: {
          total: 3,
          documents: [
            {
              count: 3,
              firstSeen: new Date('2026-01-01T08:00:00Z'),
              observables: [hash],
              targets: [{ type: 'endpoint', observables: [{ type: 'hostname' }] }],
            },
          ],
        },
      },
    ]);
  });

  it('of machines in a time gives the same', async () => {
    const { client, calls } = await startSimulatedXdr();

    const { answers } = await observeTargets(client, {
      observables: [{ type: 'hostname', value: 'workstation-7.corp.example' }],
      from: new Date('2025-12-31T08:00:00Z'),
      to: new Date('2026-01-01T08:00:00Z'),
    });

    expect(answers).toHaveLength(2);
    expect(calls()).toEqual(['POST /iroh/iroh-enrich/observe/targets']);
  });
});
