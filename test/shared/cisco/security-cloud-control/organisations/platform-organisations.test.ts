import { describe, expect, it } from 'vitest';
import { platformOrganisations } from '#shared/cisco/security-cloud-control/organisations/platform-organisations.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { seededOrganisation } from '../../../../simulators/security-cloud-control/seed.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

async function startManager() {
  const platform = await startSimulatedPlatform();
  platform.control.organisations.change(seededOrganisation.id, { type: 'MANAGER' });
  return { ...platform, registry: platformOrganisations(platform.client) };
}

const northwind = { name: 'Northwind', region: 'EU' } as const;
const made = { id: expect.any(String), name: 'Northwind', region: 'EU', kind: 'managed' };

describe('organisations', () => {
  it('are made, and found by name by one request each', async () => {
    const { registry, calls } = await startManager();
    const organisation = await registry.create(northwind);
    expect(organisation).toEqual(made);
    expect(await registry.named(' northwind')).toEqual({ organisations: [organisation], isComplete: true });
    expect(calls()).toEqual(['POST /v1/organizations', 'GET /v1/organizations?max=500&name=northwind']);
  });

  it('are not found by a part of their name', async () => {
    const { registry } = await startManager();
    await registry.create(northwind);
    expect((await registry.named('North')).organisations).toEqual([]);
  });

  it('of one name are all told', async () => {
    const { registry } = await startManager();
    await registry.create(northwind);
    await registry.create({ ...northwind, name: 'NORTHWIND' });
    expect((await registry.named('Northwind')).organisations).toHaveLength(2);
  });

  it('are not all told where a full page leads to no other', async () => {
    const { registry, control } = await startManager();
    control.changeSettings({ listCursor: 'ignored' });
    for (let number = 0; number < 500; number++) {
      await registry.create({ ...northwind, name: `Site ${String(number).padStart(3, '0')}` });
    }
    expect(await registry.named('site')).toEqual({ organisations: [], isComplete: false });
  });
});

describe('the organisation of a key', () => {
  it.each([
    ['STANDALONE', 'standalone'],
    ['MANAGER', 'manager'],
    ['MANAGED', 'managed'],
  ] as const)('that is %s is %s', async (type, kind) => {
    const { registry, control } = await startManager();
    control.organisations.change(seededOrganisation.id, { type });
    expect(await registry.own()).toMatchObject({ name: 'Acme Local', kind });
  });
});

describe('an organisation that is not made', () => {
  it('because its name is taken is told with what to do', async () => {
    const { registry, control } = await startManager();
    control.changeSettings({ duplicateNames: 'refused' });
    await registry.create(northwind);
    const refusal = await registry.create(northwind).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RefusedInput);
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/409: .* The name is taken .* choose another/),
    });
  });

  it('because the key is of no manager is for a person to put right', async () => {
    const { registry, control } = await startManager();
    control.organisations.change(seededOrganisation.id, { type: 'STANDALONE' });
    await expect(registry.create(northwind)).rejects.toThrow(ConfigurationProblem);
  });

  it('as far as is known is not made a second time', async () => {
    const { registry, control, calls } = await startManager();
    control.addFault({
      match: { method: 'POST', template: '/v1/organizations' },
      effect: { kind: 'process-then-drop' },
    });
    await expect(registry.create(northwind)).rejects.toThrow(OutcomeUnknown);
    expect(calls()).toHaveLength(1);
    expect((await registry.named('Northwind')).organisations).toEqual([made]);
  });
});
