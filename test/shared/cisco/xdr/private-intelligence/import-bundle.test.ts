import { describe, expect, it } from 'vitest';
import type { Bundle } from '#shared/cisco/xdr/private-intelligence/bundle.ts';
import { externalId, externalIdPrefix } from '#shared/cisco/xdr/private-intelligence/external-id.ts';
import { importBundle } from '#shared/cisco/xdr/private-intelligence/import-bundle.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { startSimulatedXdr } from '../simulated-xdr.ts';
import { incident, judgement, sighting } from './written.ts';

const template = '/ctia/bundle/import';

function bundleOf(caseName: string): Bundle {
  const [seen, judged, opened] = [sighting(caseName), judgement(caseName), incident(caseName)];
  return {
    source: 'SCC Automations',
    sightings: [seen],
    judgements: [judged],
    incidents: [opened],
    relationships: [
      {
        externalId: `${externalIdPrefix}relationship-${caseName}`,
        type: 'member-of',
        from: seen.externalId,
        to: opened.externalId,
      },
    ],
  };
}

describe('an import into private intelligence', () => {
  it('stores each entity once, however often it is written', async () => {
    const { client, control, calls } = await startSimulatedXdr();

    const first = await importBundle(client, bundleOf('case-1'));
    const second = await importBundle(client, bundleOf('case-1'));

    expect(first.map(({ result }) => result)).toEqual(Array(4).fill('created'));
    expect(second).toEqual(first.map((entity) => ({ ...entity, result: 'exists' })));
    expect(control.state().entityCounts).toEqual({ incident: 1, sighting: 1, judgement: 1, relationship: 1 });
    expect(calls()).toEqual(Array(2).fill('POST /ctia/bundle/import?external-key-prefixes=scc-automations-'));
  });

  it('is all that XDR shows of it', async () => {
    const { client, control } = await startSimulatedXdr();
    await importBundle(client, bundleOf('case-1'));

    const bodies = Object.fromEntries(control.entities().map(({ type, body }) => [type, body]));
    expect(bodies).toMatchObject({
      judgement: {
        observable: { type: 'domain', value: 'bad.example' },
        disposition: 2,
        priority: 90,
        severity: 'High',
        tlp: 'amber',
        reason: 'blocked in Secure Access',
        valid_time: { start_time: '2026-01-01T08:00:00.000Z', end_time: '2026-01-31T08:00:00.000Z' },
      },
      sighting: { count: 1, observed_time: { start_time: '2026-01-01T08:00:00.000Z' } },
      incident: { status: 'New', promotion_method: 'Automated' },
      relationship: {
        relationship_type: 'member-of',
        source_ref: `transient:${externalId('sighting', ['case-1'])}`,
      },
    });
  });

  it('tells of each entity that is refused inside a 200', async () => {
    const { client, control } = await startSimulatedXdr();
    const refused = judgement('case-1').externalId;
    control.changeSettings({ refusedExternalIds: [refused] });

    const results = await importBundle(client, bundleOf('case-1'));

    expect(results.filter(({ result }) => result === 'error')).toEqual([
      { externalId: refused, result: 'error', message: 'the entity is refused' },
    ]);
  });

  it.each<[said: string, results: object[], message: string]>([
    ['is not mentioned', [], 'the answer does not mention it'],
    [
      'has a result that nobody knows',
      [{ original_id: `transient:${judgement('case-1').externalId}`, result: 'postponed' }],
      'result postponed',
    ],
    [
      'was created without an id',
      [{ external_ids: [judgement('case-1').externalId], result: 'created' }],
      'result created',
    ],
  ])('counts an entity that %s as failed', async (_said, results, message) => {
    const { client, control } = await startSimulatedXdr();
    control.addFault({ match: { template }, effect: { kind: 'respond', status: 200, body: { results } } });

    expect(await importBundle(client, { source: 'x', judgements: [judgement('case-1')] })).toEqual([
      { externalId: judgement('case-1').externalId, result: 'error', message },
    ]);
  });

  it('whose answer is lost is not repeated before the index knows what was stored', async () => {
    const { client, control, calls, time } = await startSimulatedXdr();
    control.changeSettings({ indexDelaySeconds: 30 });
    control.addFault({ match: { template }, effect: { kind: 'process-then-drop' } });

    const failure = await importBundle(client, bundleOf('case-1')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RetryLater);
    expect(failure).toMatchObject({ retryAfterSeconds: 60 });
    expect(calls()).toHaveLength(1);
    time.pass(60_000);
    const results = await importBundle(client, bundleOf('case-1'));

    expect(results.map(({ result }) => result)).toEqual(Array(4).fill('exists'));
    expect(control.state().entityCounts).toEqual({ incident: 1, sighting: 1, judgement: 1, relationship: 1 });
  });

  it('cuts a reason to what is taken', async () => {
    const { client, control } = await startSimulatedXdr();
    const long = judgement('case-1', { reason: `${'x'.repeat(1_023)}🙂` });

    expect(await importBundle(client, { source: 'x', judgements: [long] })).toMatchObject([
      { result: 'created' },
    ]);
    expect(control.entities()[0]?.body.reason).toBe(`${'x'.repeat(1_023)}\ufffd`);
  });
});

describe('our external id', () => {
  it('is the same for the same reasons, and no other', () => {
    expect(externalId('judgement', ['req-1', 'domain:bad.example'])).toBe(
      externalId('judgement', ['req-1', 'domain:bad.example']),
    );
    const ids = [
      externalId('judgement', ['a', 'b']),
      externalId('judgement', ['ab']),
      externalId('judgement', ['a,b']),
      externalId('sighting', ['a', 'b']),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^scc-automations-(judgement|sighting)-[0-9a-f]{64}$/);
  });
});
