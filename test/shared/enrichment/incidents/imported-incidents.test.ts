import { describe, expect, it } from 'vitest';
import type { ImportedEntities } from '#shared/enrichment/imports/imported-entities.ts';
import { importedIncidents } from '#shared/enrichment/incidents/imported-incidents.ts';
import { incidentExternalId } from '#shared/enrichment/incidents/incident-bundles.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { realSleep, type Sleep } from '#shared/time/sleep.ts';
import { startSimulatedXdr } from '../../cisco/xdr/simulated-xdr.ts';
import { enrichedRequest } from '../enriched-requests.ts';
import { InMemoryImportedEntities, InMemoryImportLock } from '../imports/in-memory-imports.ts';
import { incidentDecision } from '../verdict-decisions.ts';

const request = enrichedRequest({ ticket: 'INC-1' });
const template = '/ctia/bundle/import';

interface OpenerChanges {
  readonly add?: ImportedEntities['add'];
  readonly sleep?: Sleep;
}

async function incidentBench() {
  const xdr = await startSimulatedXdr();
  const entities = new InMemoryImportedEntities();
  const lock = new InMemoryImportLock(xdr.time);
  return {
    ...xdr,
    entities,
    /** The opener of one more function. */
    opener: ({ add = (ids) => entities.add(ids), sleep = xdr.time.sleep }: OpenerChanges = {}) =>
      importedIncidents({
        client: xdr.client,
        entities: { find: (ids) => entities.find(ids), add },
        lockOf: () => lock.forFunction({ lastsSeconds: 390 }),
        clock: xdr.time,
        sleep,
        waitForLockUntil: new Date(xdr.time.now().getTime() + 10_000),
      }),
    counts: () => xdr.control.state().entityCounts,
  };
}

describe('the incident of a request', () => {
  it('is opened with a sighting of each indicator, in one call', async () => {
    const { opener, control, counts, calls } = await incidentBench();

    const id = await opener().open(request, [
      incidentDecision('odd.example', { disposition: 'suspicious', confidence: 'low' }),
      incidentDecision('bad.example'),
    ]);

    expect(counts()).toEqual({ incident: 1, sighting: 2, relationship: 2 });
    expect(calls()).toHaveLength(1);
    const bodies = control.entities();
    expect(bodies[0]).toMatchObject({
      id,
      externalIds: [incidentExternalId(request.requestId)],
      body: {
        title: 'Malicious: bad[.]example and 1 more, reported by splunk',
        short_description: '1 malicious, 1 suspicious of 2 indicators, reported by splunk.',
        severity: 'High',
        confidence: 'High',
        status: 'New',
        incident_time: { opened: '2026-01-01T08:00:00.000Z' },
      },
    });
    expect(bodies[1]).toMatchObject({
      type: 'sighting',
      body: { severity: 'Low', observables: [{ type: 'domain', value: 'odd.example' }] },
    });
    expect(bodies[3]).toMatchObject({ type: 'relationship', body: { relationship_type: 'member-of' } });
  });

  it('is the same when the part is delivered again, without a further call', async () => {
    const { opener, counts, calls } = await incidentBench();
    const open = () => opener().open(request, [incidentDecision('bad.example')]);

    expect(await open()).toBe(await open());
    expect(counts()).toEqual({ incident: 1, sighting: 1, relationship: 1 });
    expect(calls()).toHaveLength(1);
  });

  it('is joined by another part, before the index knows of it', async () => {
    const { opener, counts, control } = await incidentBench();
    control.changeSettings({ indexDelaySeconds: 30 });

    // Nobody's time passes while the other is at work.
    const waiting = { sleep: () => realSleep(1) };
    const ids = await Promise.all([
      opener(waiting).open(request, [incidentDecision('bad.example')]),
      opener(waiting).open(request, [incidentDecision('worse.example')]),
    ]);

    expect(new Set(ids).size).toBe(1);
    expect(counts()).toEqual({ incident: 1, sighting: 2, relationship: 2 });
    expect(control.entities().at(-1)?.body.target_ref).toBe(ids[0]);
  });

  it('of more indicators than an import takes is written in several', async () => {
    const { opener, counts, calls } = await incidentBench();
    const decisions = Array.from({ length: 300 }, (_, n) => incidentDecision(`bad-${n}.example`));
    if (!isNonEmpty(decisions)) throw new Error('there are 300');

    await opener().open(request, decisions);

    expect(counts()).toEqual({ incident: 1, sighting: 300, relationship: 300 });
    expect(calls()).toHaveLength(2);
  });

  it('is opened for what XDR has no word for, without a sighting', async () => {
    const { opener, counts } = await incidentBench();

    await opener().open(request, [incidentDecision('203.0.113.0/24', { type: 'cidr' })]);

    expect(counts()).toEqual({ incident: 1 });
  });
});

describe('an incident that did not come about whole', () => {
  it('because the answer was lost is looked for only when the index knows it, and is there once', async () => {
    const { opener, counts, control, time } = await incidentBench();
    control.changeSettings({ indexDelaySeconds: 60 });
    control.addFault({ match: { template }, effect: { kind: 'process-then-drop' } });
    const open = () => opener().open(request, [incidentDecision('bad.example')]);

    await expect(open()).rejects.toThrow(RetryLater);
    // The lock keeps everybody else away meanwhile.
    await expect(open()).rejects.toThrow(RetryLater);
    expect(counts()).toEqual({ incident: 1, sighting: 1, relationship: 1 });
    time.pass(390_000);

    expect(await open()).toBe(control.entities()[0]?.id);
    expect(counts()).toEqual({ incident: 1, sighting: 1, relationship: 1 });
  });

  it('because the function could not record it is there once', async () => {
    const { opener, counts, control, time } = await incidentBench();
    control.changeSettings({ indexDelaySeconds: 60 });
    const broken = {
      add: async () => {
        throw new Error('the table is down');
      },
    };
    const decisions = [incidentDecision('bad.example')] as const;

    await expect(opener(broken).open(request, decisions)).rejects.toThrow(RetryLater);
    await expect(opener().open(request, decisions)).rejects.toThrow(RetryLater);
    time.pass(390_000);
    await opener().open(request, decisions);

    expect(counts()).toEqual({ incident: 1, sighting: 1, relationship: 1 });
  });

  it('because XDR refuses an entity inside a 200 says which, and sends only that one again', async () => {
    const { opener, counts, control } = await incidentBench();
    const refused = incidentExternalId(request.requestId);
    control.changeSettings({ refusedExternalIds: [refused] });
    const open = () => opener().open(request, [incidentDecision('bad.example')]);

    await expect(open()).rejects.toThrow(GiveUp);
    await expect(open()).rejects.toThrow(`${refused}: the entity is refused`);
    control.changeSettings({ refusedExternalIds: [] });
    await open();

    expect(counts()).toEqual({ incident: 1, sighting: 1, relationship: 1 });
  });

  it('because the hour is used up waits for its end, and keeps no lock', async () => {
    const { opener, control, time } = await incidentBench();
    control.changeQuota({ refuseForSeconds: 3_557 });
    const open = () => opener().open(request, [incidentDecision('bad.example')]);

    await expect(open()).rejects.toMatchObject({ retryAfterSeconds: 3_557 });
    time.pass(3_557_000);
    expect(await open()).toBe(control.entities()[0]?.id);
  });
});
