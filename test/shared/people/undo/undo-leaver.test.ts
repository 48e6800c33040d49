import { describe, expect, it } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { deathsAmong, Mortality } from '#test/mortality.ts';
import { group, role } from '../offboarding/in-memory-places.ts';
import { LeaverInMemory } from '../offboarding/leaver-in-memory.ts';

/** Ada is out, and somebody wants it undone. */
async function undoing(prepare: (leaving: LeaverInMemory) => void = () => undefined) {
  const leaving = new LeaverInMemory();
  prepare(leaving);
  await leaving.work('carry-out');
  leaving.there.effects.length = 0;
  await leaving.move({ state: 'undoing', since: leaving.time.now(), by: 'grace' });
  return leaving;
}

const back = {
  state: 'active',
  groups: ['Everybody', 'A', 'B'],
  roles: ['Reader (Firewall)', 'Writer (Firewall)'],
  accounts: ['ROLE_ADMIN'],
  devices: [],
};

describe('an undo', () => {
  it('gives back sign-in, groups, roles and the account, and nobody is removed later', async () => {
    const leaving = await undoing();
    expect(await leaving.work('undo')).toEqual({ kind: 'undone' });
    expect(leaving.there.left()).toEqual(back);
    expect(leaving.events()).toEqual(['UserOffboarded', 'OffboardingUndone']);
    expect(leaving.schedule.waiting()).toEqual([]);
    expect(await leaving.standing()).toMatchObject({
      state: 'undone',
      by: 'grace',
      open: [{ step: 'revoke-device-certificates', reason: expect.stringContaining('enrols') }],
    });
  });

  it('ends the same wherever the worker is killed, and nothing is given twice', async () => {
    const healthy = new Mortality();
    const unharmed = await undoing();
    await unharmed.work('undo', { life: healthy });
    for (const death of deathsAmong(healthy.calls)) {
      const leaving = await undoing();
      await expect(leaving.work('undo', { life: new Mortality(death) })).rejects.toThrow(/killed|dead/);
      await leaving.work('undo');
      expect(leaving.there.left()).toEqual(back);
      expect(leaving.there.effects).toEqual(unharmed.there.effects);
      expect(await leaving.standing()).toMatchObject({ state: 'undone' });
    }
  });

  it('gives nothing that the person had not', async () => {
    const leaving = await undoing(({ there }) => {
      there.state = 'disabled';
      there.groups = [];
      there.roles = [];
      there.accounts = [];
    });
    await leaving.work('undo');
    expect(leaving.there.effects).toEqual([]);
  });

  it('leaves alone what somebody gave back by hand', async () => {
    const leaving = await undoing();
    leaving.there.state = 'active';
    leaving.there.groups.push(group('A', 'us'));
    leaving.there.roles.push(role('Reader'));
    await leaving.work('undo');
    expect(leaving.there.effects).toEqual(['add to B', 'assign role-Writer', 'create account ROLE_ADMIN']);
  });

  it('tells what is refused, and gives back all else', async () => {
    const leaving = await undoing();
    leaving.there.places.groups.add = async () => ({ result: 'refused', reason: 'There is no such group' });
    expect(await leaving.work('undo')).toEqual({ kind: 'undone' });
    expect(leaving.there.left()).toMatchObject({ state: 'active', accounts: ['ROLE_ADMIN'] });
    expect(await leaving.standing()).toMatchObject({
      open: [{ step: 'give-back-groups', reason: expect.stringContaining('no such group') }, {}],
    });
  });

  it('says that an account that had several roles has one of them', async () => {
    const leaving = await undoing(({ there }) => {
      there.accounts = there.accounts.map((account) => ({ ...account, roles: ['ROLE_ADMIN', 'ROLE_FWAAS'] }));
    });
    await leaving.work('undo');
    expect(await leaving.standing()).toMatchObject({
      open: [{ step: 'recreate-firewall-account', reason: expect.stringContaining('ROLE_FWAAS') }, {}],
    });
  });

  it('tells of somebody who is not listed any more', async () => {
    const leaving = await undoing();
    leaving.there.state = 'absent';
    await leaving.work('undo');
    expect(await leaving.standing()).toMatchObject({
      open: [
        { step: 'enable-sign-in', reason: expect.stringContaining('Onboard the person anew') },
        { step: 'give-back-groups' },
        { step: 'give-back-roles' },
        { step: 'revoke-device-certificates' },
      ],
    });
  });

  it('waits for a place that is down, and is not called undone before', async () => {
    const leaving = await undoing();
    const { assign } = leaving.there.places.roles;
    leaving.there.places.roles.assign = () =>
      Promise.reject(new RetryLater('is down', { retryAfterSeconds: 600 }));
    await expect(leaving.work('undo')).rejects.toThrow(RetryLater);
    expect(await leaving.standing()).toMatchObject({ state: 'undoing' });
    leaving.there.places.roles.assign = assign;
    expect(await leaving.work('undo')).toEqual({ kind: 'undone' });
    expect(leaving.there.left()).toEqual(back);
  });
});
