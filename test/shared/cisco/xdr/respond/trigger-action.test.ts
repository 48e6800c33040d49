import { describe, expect, it } from 'vitest';
import { listResponseActions, type ResponseAction } from '#shared/cisco/xdr/respond/response-actions.ts';
import { triggerAction } from '#shared/cisco/xdr/respond/trigger-action.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { seededMaliciousHash, seededModules } from '../../../../simulators/xdr/seed.ts';
import { type SimulatedXdr, startSimulatedXdr } from '../simulated-xdr.ts';

const { endpoint } = seededModules;
const hash = { type: 'sha256', value: seededMaliciousHash };
const template = '/iroh/iroh-response/respond/trigger/{moduleInstanceId}/{actionId}';
const blocked = `${endpoint.instanceId}/add-to-blocked-files sha256:${seededMaliciousHash}`;

async function onlyAction({ client }: SimulatedXdr): Promise<ResponseAction> {
  const { answers } = await listResponseActions(client, [hash]);
  const [action] = answers;
  if (!action || answers.length !== 1) throw new Error('the seed has one action for a hash');
  return action;
}

describe('the actions for an observable', () => {
  it('name module, action and what the module wants to be told', async () => {
    const xdr = await startSimulatedXdr();

    expect(await onlyAction(xdr)).toEqual({
      module: { name: endpoint.name, instanceId: endpoint.instanceId },
      actionId: 'add-to-blocked-files',
      title: 'Add to the list of blocked files',
      observable: hash,
      parameters: endpoint.actions[0].parameters,
    });
    expect(xdr.calls()).toEqual(['POST /iroh/iroh-response/respond/observables']);
  });

  it('change with what was done', async () => {
    const xdr = await startSimulatedXdr();
    await triggerAction(xdr.client, await onlyAction(xdr), hash);

    expect(await onlyAction(xdr)).toMatchObject({ actionId: 'remove-from-blocked-files' });
  });

  it('are listed beside the module that errs', async () => {
    const { client, control } = await startSimulatedXdr();
    control.putModule({ instanceId: 'down', name: 'Down', error: {} });

    expect(await listResponseActions(client, [hash])).toMatchObject({
      answers: [{ actionId: 'add-to-blocked-files' }],
      errors: [{ module: { name: 'Down' } }],
    });
  });
});

describe('a trigger', () => {
  it('is done with one request, and its parameters', async () => {
    const xdr = await startSimulatedXdr();
    const action = await onlyAction(xdr);

    expect(await triggerAction(xdr.client, action, hash)).toEqual({ kind: 'done', errors: [] });
    expect(xdr.control.state().triggerCounts).toEqual({ [blocked]: 1 });
    expect(xdr.calls()).toHaveLength(2);
  });

  it('that fails under 200 has failed', async () => {
    const xdr = await startSimulatedXdr();
    const action = await onlyAction(xdr);

    expect(await triggerAction(xdr.client, { ...action, parameters: {} }, hash)).toEqual({
      kind: 'failed',
      status: 'failure',
      errors: [],
    });
  });

  it.each([
    ['lost', { kind: 'process-then-drop' }],
    ['a failure of the server', { kind: 'process-then-respond', status: 502 }],
    ['without a status', { kind: 'process-then-respond', status: 200, body: { data: {} } }],
    ['a page', { kind: 'process-then-respond', status: 200, body: '<html>' }],
  ] as const)('whose answer is %s is not sent again: its outcome is unknown', async (_case, effect) => {
    const xdr = await startSimulatedXdr();
    const action = await onlyAction(xdr);
    xdr.control.addFault({ match: { template }, effect });

    await expect(triggerAction(xdr.client, action, hash)).rejects.toThrow(OutcomeUnknown);
    expect(xdr.control.state().triggerCounts).toEqual({ [blocked]: 1 });
    expect(xdr.calls()).toHaveLength(2);
  });

  it('after the end of the hour was not sent, and is left for later', async () => {
    const xdr = await startSimulatedXdr();
    const action = await onlyAction(xdr);
    xdr.control.changeQuota({ refuseForSeconds: 3_557 });

    const failure = await triggerAction(xdr.client, action, hash).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(RetryLater);
    expect(failure).toMatchObject({ retryAfterSeconds: 3_557 });
    expect(xdr.control.triggers()).toEqual([]);
  });

  it('with an expired token is sent once more, since the first was refused', async () => {
    const xdr = await startSimulatedXdr();
    const action = await onlyAction(xdr);
    xdr.control.addFault({ match: { template }, effect: { kind: 'expire-token' } });

    expect(await triggerAction(xdr.client, action, hash)).toMatchObject({ kind: 'done' });
    expect(xdr.control.state().triggerCounts).toEqual({ [blocked]: 1 });
  });

  it('of names with any characters reaches the right module', async () => {
    const xdr = await startSimulatedXdr();
    const odd = { instanceId: 'm/1 ?#', name: 'Odd', actions: [{ id: 'a&b/c', title: 'x', types: ['url'] }] };
    xdr.control.putModule(odd);
    const url = { type: 'url', value: 'https://bad.example/?a=1&observable_type=ip#x+y' };
    const { answers } = await listResponseActions(xdr.client, [url]);
    const action = answers.find(({ module }) => module.name === 'Odd');
    if (!action) throw new Error('the module offers an action');

    expect(await triggerAction(xdr.client, action, url)).toMatchObject({ kind: 'done' });
    expect(xdr.control.triggers()).toMatchObject([
      { moduleInstanceId: odd.instanceId, actionId: 'a&b/c', observable: url },
    ]);
  });
});
