import { describe, expect } from 'vitest';
import { seededMaliciousHash, seededModules } from '../../xdr/seed.ts';
import { it } from './simulator-test.ts';

const deliberate = '/iroh/iroh-enrich/deliberate/observables';
const observe = '/iroh/iroh-enrich/observe/observables';
const bad = { type: 'domain', value: 'bad.example' };
const hash = { type: 'sha256', value: seededMaliciousHash };
const { reputation, endpoint } = seededModules;

describe('the modules', () => {
  it('give verdicts alone when they deliberate, and what these rest on when they observe', async ({
    xdr,
  }) => {
    const verdicts = await xdr.call('POST', `${deliberate}?mids=${endpoint.instanceId}`, [hash]);
    const everything = await xdr.call('POST', `${observe}?mids=${endpoint.instanceId}`, [hash]);

    const verdict = { type: 'verdict', disposition: 2, disposition_name: 'Malicious', observable: hash };
    expect(verdicts.body).toEqual({
      data: [
        expect.objectContaining({
          module_instance_id: endpoint.instanceId,
          data: { verdicts: { count: 1, docs: [expect.objectContaining(verdict)] } },
        }),
      ],
    });
    expect(everything.body).toMatchObject({
      data: [
        {
          data: {
            judgements: { docs: [{ reason: 'ransomware' }] },
            sightings: { count: 3, docs: [{ count: 3 }] },
          },
        },
      ],
    });
  });

  it('take no wrapped observables', async ({ xdr }) => {
    expect(await xdr.call('POST', deliberate, { observables: [bad] })).toMatchObject({ status: 400 });
  });

  it('that err or are too slow stand among the errors of a 200, and the slowest is waited for', async ({
    simulator,
    xdr,
    waits,
  }) => {
    simulator.control.putModule({ instanceId: 'down', name: 'Down', error: { code: 'auth' } });
    simulator.control.putModule({ instanceId: 'slow', name: 'Slow', takesMilliseconds: 700 });
    simulator.control.putModule({ instanceId: 'stuck', name: 'Stuck', takesMilliseconds: 30_000 });
    await xdr.requestToken();

    const answer = await xdr.call('POST', deliberate, [bad]);

    expect(answer).toMatchObject({
      status: 200,
      body: {
        data: [{ module: reputation.name }, { module: endpoint.name }, { module: 'Slow', data: {} }],
        errors: [
          { module: 'Down', code: 'auth', type: 'fatal' },
          { module: 'Stuck', code: 'timeout' },
        ],
      },
    });
    expect(waits).toEqual([10_000]);
  });
});

describe('an action', () => {
  const list = '/iroh/iroh-response/respond/observables';
  const trigger = `/iroh/iroh-response/respond/trigger/${endpoint.instanceId}`;
  const query = `observable_type=sha256&observable_value=${seededMaliciousHash}&list=${endpoint.actions[0].parameters.list}`;

  it('is offered until it is done, and its undoing then; each trigger is counted', async ({
    simulator,
    xdr,
  }) => {
    expect(await xdr.call('POST', list, [hash])).toMatchObject({
      body: { data: [{ id: 'add-to-blocked-files', url: expect.stringContaining(query.slice(0, 24)) }] },
    });
    expect(await xdr.call('POST', `${trigger}/add-to-blocked-files?${query}`)).toMatchObject({
      body: { data: { status: 'success' } },
    });
    expect(await xdr.call('POST', list, [hash])).toMatchObject({
      body: { data: [{ id: 'remove-from-blocked-files' }] },
    });
    expect(simulator.control.state().triggerCounts).toEqual({
      [`${endpoint.instanceId}/add-to-blocked-files sha256:${seededMaliciousHash}`]: 1,
    });
  });

  it('fails under 200 without a parameter that the module wants', async ({ xdr }) => {
    const incomplete = query.replace(/&list=.*/, '');
    expect(await xdr.call('POST', `${trigger}/add-to-blocked-files?${incomplete}`)).toMatchObject({
      status: 200,
      body: { data: { status: 'failure' } },
    });
  });

  it('of no module is not found', async ({ xdr }) => {
    expect(await xdr.call('POST', `${trigger}/explode?${query}`)).toMatchObject({ status: 404 });
  });
});
