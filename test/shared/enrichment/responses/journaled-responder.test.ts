import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { indicatorSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { seededModules } from '../../../simulators/xdr/seed.ts';
import { enrichedRequest } from '../enriched-requests.ts';
import { blockHash, responderBench, triggerTemplate } from './responder-bench.ts';

const request = enrichedRequest();
const { endpoint } = seededModules;
const named = { moduleInstanceId: endpoint.instanceId, actionId: 'add-to-blocked-files' };

describe('a response action', () => {
  it('is triggered once, however often it is ordered', async () => {
    const bench = await responderBench();

    for (const _time of [1, 2, 3]) {
      expect(await bench.responder().respond(request, blockHash)).toEqual({ ...named, result: 'done' });
    }
    expect(bench.triggers()).toBe(1);
    expect(bench.xdr.calls()).toHaveLength(2);
  });

  it('is triggered for every request that orders it', async () => {
    const bench = await responderBench();
    bench.neverWithdraw();

    await bench.responder().respond(request, blockHash);
    const other = enrichedRequest({ requestId: deriveRequestId('splunk', '2') });
    await bench.responder().respond(other, blockHash);

    expect(bench.triggers()).toBe(2);
  });

  it('that its module does not offer is not triggered, and the answer says what it offers', async () => {
    const bench = await responderBench();

    expect(await bench.responder().respond(request, { ...blockHash, actionId: 'isolate' })).toEqual({
      ...named,
      actionId: 'isolate',
      result: 'not-offered',
      message: `The module ${endpoint.instanceId} does not offer isolate for it. It offers: add-to-blocked-files.`,
    });
    expect(bench.triggers()).toBe(0);
  });

  it('of another module with the same action id is not taken for it', async () => {
    const bench = await responderBench();
    bench.xdr.control.putModule({ ...endpoint, instanceId: 'other' });
    bench.xdr.control.deleteModule(endpoint.instanceId);

    expect(await bench.responder().respond(request, blockHash)).toMatchObject({ result: 'not-offered' });
    expect(bench.triggers()).toBe(0);
  });

  it('for what XDR has no word for is not asked about', async () => {
    const bench = await responderBench();
    const indicator = indicatorSchema.parse({ type: 'sha512', value: 'a'.repeat(128) });

    expect(await bench.responder().respond(request, { ...blockHash, indicator })).toMatchObject({
      result: 'not-offered',
      message: expect.stringContaining('sha512'),
    });
    expect(bench.xdr.calls()).toEqual([]);
  });

  it('that fails under HTTP 200 has failed, and is not tried again', async () => {
    const bench = await responderBench();
    const [action] = endpoint.actions;
    bench.xdr.control.putModule({ ...endpoint, actions: [{ ...action, outcome: 'failure' }] });

    for (const _time of [1, 2]) {
      expect(await bench.responder().respond(request, blockHash)).toMatchObject({
        result: 'failed',
        message: expect.stringContaining(endpoint.name),
      });
    }
    expect(bench.triggers()).toBe(1);
  });

  it('that is refused as a request has failed, with the reason', async () => {
    const bench = await responderBench();
    bench.xdr.control.addFault({
      match: { template: triggerTemplate },
      effect: { kind: 'respond', status: 400, body: { error: 'bad', error_description: 'no such list' } },
    });

    expect(await bench.responder().respond(request, blockHash)).toMatchObject({
      result: 'failed',
      message: expect.stringContaining('no such list'),
    });
  });
});

describe('a trigger that was certainly not done', () => {
  it('waits for the end of the hour, and is listed again before it is sent', async () => {
    const bench = await responderBench();
    const respond = () => bench.responder().respond(request, blockHash);
    bench.xdr.control.addFault({
      match: { template: triggerTemplate },
      effect: { kind: 'respond', status: 429, headers: { 'retry-after': '3557' } },
    });

    const failure = await respond().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RetryLater);
    expect(failure).toMatchObject({ retryAfterSeconds: 3_557 });
    expect(bench.journal.rows.size).toBe(0);

    expect(await respond()).toMatchObject({ result: 'done' });
    expect(bench.xdr.calls().map((call) => call.split('/')[4]?.split('?')[0])).toEqual([
      'observables',
      'trigger',
      'observables',
      'trigger',
    ]);
    expect(bench.triggers()).toBe(1);
  });

  it('because a scope is missing is done once the client has it', async () => {
    const bench = await responderBench();
    const respond = () => bench.responder().respond(request, blockHash);
    bench.xdr.control.addFault({
      match: { template: triggerTemplate },
      effect: { kind: 'respond', status: 403, body: { error: 'missing_scope' } },
    });

    await expect(respond()).rejects.toThrow(ConfigurationProblem);
    expect(await respond()).toMatchObject({ result: 'done' });
    expect(bench.triggers()).toBe(1);
  });
});

describe('a module that does not list its actions', () => {
  it('is asked again for a quarter of an hour, and then has failed', async () => {
    const bench = await responderBench();
    bench.xdr.control.putModule({ ...endpoint, error: { code: 'down', message: 'maintenance' } });
    const respond = () => bench.responder().respond(request, blockHash);

    const failure = await respond().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RetryLater);
    expect(failure).toMatchObject({ retryAfterSeconds: 60 });
    bench.xdr.time.pass(900_000);

    expect(await respond()).toMatchObject({
      result: 'failed',
      message: `${endpoint.name} did not list its actions: down: maintenance. Nothing was triggered.`,
    });
  });

  it('does not keep others from acting', async () => {
    const bench = await responderBench();
    bench.xdr.control.putModule({ instanceId: 'down', name: 'Down', error: {} });

    expect(await bench.responder().respond(request, blockHash)).toMatchObject({ result: 'done' });
  });
});
