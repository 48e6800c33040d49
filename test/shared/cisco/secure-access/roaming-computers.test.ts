import { beforeEach, describe, expect, it } from 'vitest';
import { roamingComputers } from '#shared/cisco/secure-access/roaming-computers.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { deviceNamingRuleSchema, devicesNamedAfter } from '#shared/people/devices/device-naming-rule.ts';
import { removeDevices } from '#shared/people/devices/remove-devices.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { type PacedOrganisation, startPacedOrganisation } from './paced-organisation.ts';

const ada = emailAddressSchema.parse('ada@acme.example');
const rule = deviceNamingRuleSchema.parse('LT-{mailbox}-#');
const unknown = { id: 'AB00', name: 'gone' };

let organisation: PacedOrganisation;

beforeEach(async () => {
  organisation = await startPacedOrganisation();
});

describe('roaming computers', () => {
  it('of a leaver are deleted by the naming rule, and proved gone', async () => {
    const { people } = organisation.control;
    people.registerComputers({ computers: ['LT-ada-1', 'LT-joada-1', 'LT-ada-22', 'LT-ada-x'] });
    const registry = roamingComputers(organisation.paced);

    const outcome = await removeDevices(devicesNamedAfter(ada, rule, await registry.all()), registry);

    expect(outcome).toMatchObject({
      result: 'all-removed',
      removed: [{ name: 'LT-ada-1' }, { name: 'LT-ada-22' }],
    });
    expect(people.computerNames()).toEqual(['LT-joada-1', 'LT-ada-x']);
    expect(organisation.statuses()).toEqual([200, 204, 404, 204, 404]);
  });

  it.each([
    [99, 1],
    [100, 2],
    [3_250, 33],
  ])('that are %d are listed with %d requests, 14 a minute at most', async (computers, requests) => {
    organisation.control.people.registerComputers({ computers });
    const startedAt = organisation.time.now().getTime();
    const all = await roamingComputers(organisation.paced).all();
    const minutes = (organisation.time.now().getTime() - startedAt) / 60_000;

    expect(new Set(all.map(({ id }) => id)).size).toBe(computers);
    expect(organisation.statuses()).toEqual(Array.from({ length: requests }, () => 200));
    // The minute that has begun counts as a whole one: its calls may all be made at once.
    expect(requests).toBeLessThanOrEqual(14 * (Math.floor(minutes) + 1));
  });

  it('that are gone already count as deleted', async () => {
    await expect(roamingComputers(organisation.paced).remove(unknown)).resolves.toBeUndefined();
  });

  it.each([200, 500])('are not taken for none after an answer with %d in no known form', async (status) => {
    organisation.control.addFault({
      match: { method: 'GET' },
      times: 9,
      effect: { kind: 'respond', status, body: {} },
    });
    await expect(roamingComputers(organisation.paced).all()).rejects.toThrow(
      status === 200 ? GiveUp : 'HTTP 500',
    );
  });

  it('are never addressed all at once', async () => {
    const registry = roamingComputers(organisation.paced);
    await expect(registry.remove({ ...unknown, id: '' })).rejects.toThrow(RefusedInput);
    await expect(registry.remove({ ...unknown, id: '..' })).rejects.toThrow(RefusedInput);
    expect(organisation.calls()).toEqual([]);
  });
});
