import { describe, expect, it } from 'vitest';
import { platformAdminGroups } from '#shared/cisco/security-cloud-control/groups/platform-admin-groups.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

async function start() {
  const platform = await startSimulatedPlatform();
  const adminGroups = platformAdminGroups(platform.client);
  const [readOnly] = (await platform.roles.available()).filter(
    ({ displayName }) => displayName === 'Read-only',
  );
  if (!readOnly) throw new Error('there is such a role');
  platform.calls();
  return { ...platform, adminGroups, readOnly };
}

describe('an admin group', () => {
  it('is made, shows among the others and has no roles', async () => {
    const { adminGroups, calls } = await start();
    const group = await adminGroups.create({ name: 'Auditors', description: 'Read everything.' });
    expect(group).toMatchObject({ name: 'Auditors', membersManagedBy: 'us' });
    expect(calls()).toEqual(['POST /adminGroups']);
    expect((await adminGroups.available()).groups).toContainEqual(group);
    expect(await adminGroups.rolesOf(group)).toEqual([]);
  });

  it('is given a role by one request, and has it already the second time', async () => {
    const { adminGroups, readOnly, calls } = await start();
    const group = await adminGroups.create({ name: 'Auditors' });
    calls();
    expect(await adminGroups.grant(readOnly, group)).toEqual({ result: 'changed' });
    expect(calls()).toEqual([`PATCH /roles/${readOnly.id}`]);
    expect(await adminGroups.grant(readOnly, group)).toEqual({ result: 'already' });
    expect(await adminGroups.rolesOf(group)).toEqual([readOnly]);
  });

  it('whose role fails under HTTP 200 has it not, and it is said why', async () => {
    const { adminGroups, readOnly, control } = await start();
    const group = await adminGroups.create({ name: 'Auditors' });
    control.addFault({ match: { method: 'PATCH' }, effect: { kind: 'fail-items' } });
    expect(await adminGroups.grant(readOnly, group)).toEqual({ result: 'refused', reason: 'Internal error' });
  });

  it('whose name is taken is refused where the platform refuses it', async () => {
    const { adminGroups, control } = await start();
    control.changeSettings({ duplicateNames: 'refused' });
    await expect(adminGroups.create({ name: 'SOC analysts' })).rejects.toThrow(RefusedInput);
  });

  it('is not made a second time when the answer is lost', async () => {
    const { adminGroups, control, calls } = await start();
    control.addFault({ match: { method: 'POST' }, effect: { kind: 'process-then-respond', status: 502 } });
    await expect(adminGroups.create({ name: 'Auditors' })).rejects.toThrow(OutcomeUnknown);
    expect(calls()).toHaveLength(1);
  });
});
