import { describe, expect, it } from 'vitest';
import { readModuleHealth, readModulesHealth } from '#shared/cisco/xdr/enrich/module-health.ts';
import { refer } from '#shared/cisco/xdr/enrich/refer.ts';
import { readReputation } from '#shared/cisco/xdr/enrich/reputation.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { seededModules } from '../../../../simulators/xdr/seed.ts';
import { startSimulatedXdr } from '../simulated-xdr.ts';

const { reputation, endpoint } = seededModules;
const bad = { type: 'domain', value: 'bad.example' };

describe('refer', () => {
  it('gives a link into the console of each module', async () => {
    const { client, calls } = await startSimulatedXdr();

    const { answers } = await refer(client, [bad]);

    expect(answers).toMatchObject([
      { module: { name: reputation.name }, title: `Look at bad.example in ${reputation.name}` },
      { module: { name: endpoint.name }, url: expect.stringContaining('q=bad.example') },
    ]);
    expect(calls()).toEqual(['POST /iroh/iroh-enrich/refer/observables']);
  });

  it('shows no link that is not of the web, and names its module', async () => {
    const { client, control } = await startSimulatedXdr();
    const link = { title: 'x', url: 'javascript:alert(1)', module: 'Odd', module_instance_id: 'odd' };
    control.addFault({
      match: { template: '/iroh/iroh-enrich/refer/observables' },
      effect: { kind: 'respond', status: 200, body: { data: [link] } },
    });

    expect(await refer(client, [bad])).toMatchObject({
      answers: [],
      errors: [{ module: { name: 'Odd' }, message: 'not in the documented form: url' }],
    });
  });
});

describe('a reputation', () => {
  it('is one verdict, with those of the modules and the errors of both levels', async () => {
    const { client, control, calls } = await startSimulatedXdr();
    control.putModule({ instanceId: 'down', name: 'Down', error: {} });

    expect(await readReputation(client, bad)).toMatchObject({
      verdict: { disposition: 'malicious' },
      answers: [{ module: { name: reputation.name } }, { module: { name: endpoint.name } }],
      errors: [{ module: { name: 'Down' } }],
    });
    expect(calls()).toEqual(['GET /iroh/iroh-enrich/reputation/observable?type=domain&value=bad.example']);
  });

  it('may be none', async () => {
    const { client, control } = await startSimulatedXdr();
    control.deleteModule(reputation.instanceId);

    expect(await readReputation(client, bad)).toMatchObject({ verdict: undefined, errors: [] });
  });
});

describe('the health of modules', () => {
  it('comes for all or for one, in the same form', async () => {
    const { client, control } = await startSimulatedXdr();
    control.putModule({ instanceId: 'a/b', name: 'Down', health: 'error' });

    const all = await readModulesHealth(client);
    const one = await readModuleHealth(client, endpoint.instanceId);

    expect(all.answers.map(({ module, status }) => [module.name, status])).toEqual([
      [reputation.name, 'ok'],
      [endpoint.name, 'ok'],
      ['Down', 'error'],
    ]);
    expect(one).toEqual({ answers: [all.answers[1]], errors: [] });
  });

  it('of a module that is not there is given up', async () => {
    const { client } = await startSimulatedXdr();
    await expect(readModuleHealth(client, 'none')).rejects.toThrow(GiveUp);
  });
});
