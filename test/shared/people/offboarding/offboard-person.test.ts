import { describe, expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { deathsAmong, Mortality } from '#test/mortality.ts';
import { role } from './in-memory-places.ts';
import { LeaverInMemory } from './leaver-in-memory.ts';

const out = { state: 'disabled', groups: ['Everybody'], roles: [], accounts: [], devices: [] };

/** What took effect, in order, when nothing goes wrong. */
const effects = [
  'disable',
  'remove from A',
  'remove from B',
  'withdraw Reader',
  'withdraw Writer',
  'delete account',
  'end sessions of ada@corp.example',
  'end sessions on firewalls',
  'revoke certificates',
];

describe('somebody who leaves', () => {
  it('is cut off in order; it is told, and the removal is scheduled for the end of the undo window', async () => {
    const leaving = new LeaverInMemory();
    expect(await leaving.work('carry-out')).toEqual({ kind: 'done' });
    expect(leaving.there.left()).toEqual(out);
    expect(leaving.there.effects).toEqual(effects);
    expect(leaving.events()).toEqual(['UserOffboarded']);
    const doneAt = leaving.time.now().getTime();
    const undoUntil = new Date(doneAt + 14 * 86_400_000);
    expect(await leaving.standing()).toEqual({ state: 'done', at: new Date(doneAt), undoUntil });
    expect(leaving.schedule.waiting()).toMatchObject([{ task: { task: 'remove' }, at: undoUntil }]);
  });

  it('ends the same wherever the worker is killed, and nothing takes effect twice', async () => {
    const healthy = new Mortality();
    await new LeaverInMemory().work('carry-out', { life: healthy });
    expect(healthy.calls).toBeGreaterThan(60);
    for (const death of deathsAmong(healthy.calls)) {
      const leaving = new LeaverInMemory();
      await expect(leaving.work('carry-out', { life: new Mortality(death) })).rejects.toThrow(/killed|dead/);
      await leaving.work('carry-out');
      expect(leaving.there.left()).toEqual(out);
      expect(leaving.there.effects).toEqual(effects);
      expect(leaving.events()).toEqual(['UserOffboarded']);
      expect(await leaving.standing()).toMatchObject({ state: 'done' });
      expect((await leaving.step('remove-from-groups'))?.takenAway?.groups).toHaveLength(2);
      expect((await leaving.step('disable-sign-in'))?.result).toBe('done');
      expect(leaving.unexpected.map(String)).not.toContainEqual(expect.stringContaining('TypeError'));
    }
  });

  it('keeps a role that comes with a group of the identity provider, which is named', async () => {
    const leaving = new LeaverInMemory();
    leaving.there.rolesOfEverybody = [role('Everyone reads')];
    expect(await leaving.work('carry-out')).toEqual({ kind: 'done' });
    expect((await leaving.step('withdraw-roles'))?.summary).toBe(
      '2 roles withdrawn: Reader (Firewall), Writer (Firewall); Everyone reads (Firewall) comes with the group Everybody, which is not ours to change',
    );
    expect((await leaving.step('remove-from-groups'))?.summary).toBe(
      'removed from 2 groups: A, B; Everybody is left to the identity provider',
    );
  });

  it('who is not there any more needs nothing in the directory, and is cut off everywhere else', async () => {
    const leaving = new LeaverInMemory();
    leaving.there.state = 'absent';
    expect(await leaving.work('carry-out')).toEqual({ kind: 'done' });
    expect(leaving.there.effects).toEqual(effects.slice(5));
  });

  it('who was disabled before is told so, and undo would not enable them', async () => {
    const leaving = new LeaverInMemory();
    leaving.there.state = 'disabled';
    await leaving.work('carry-out');
    expect(await leaving.step('disable-sign-in')).toMatchObject({ result: 'already' });
    expect((await leaving.step('disable-sign-in'))?.takenAway).toBeUndefined();
  });

  it.each([
    ['a missing scope', new ConfigurationProblem('lacks the scope admin.vpn:read')],
    ['an answer that nobody understands', new GiveUp('answered 418')],
    ['a refusal', new RefusedInput('no such user')],
    ['a place that is down for minutes', new RetryLater('is down', { retryAfterSeconds: 600 })],
  ])('with %s in one place is cut off from all others, and it is tried again', async (_, error) => {
    const leaving = new LeaverInMemory();
    const { places } = leaving.there;
    const list = places.vpnSessions?.list;
    Object.assign(places.vpnSessions ?? {}, { list: () => Promise.reject(error) });

    expect(await leaving.work('carry-out')).toMatchObject({ kind: 'incomplete' });
    expect(leaving.there.left()).toEqual({ ...out, devices: ['lap-7', 'phone'] });
    expect(await leaving.step('end-vpn-sessions')).toMatchObject({ result: 'open', summary: error.message });
    expect(leaving.events()).toEqual(['OffboardingIncomplete']);
    const nextAttemptAt = new Date(leaving.time.now().getTime() + 900_000);
    expect(await leaving.standing()).toMatchObject({ state: 'incomplete', attempts: 1, nextAttemptAt });

    Object.assign(places.vpnSessions ?? {}, { list });
    expect(await leaving.work('carry-out')).toEqual({ kind: 'not-yet', at: nextAttemptAt });
    leaving.time.pass(900_000);
    expect(await leaving.work('carry-out')).toEqual({ kind: 'done' });
    expect(leaving.there.left()).toEqual(out);
    expect(leaving.events()).toEqual(['OffboardingIncomplete', 'UserOffboarded']);
    // What the first attempt did stays told.
    expect(await leaving.step('remove-from-groups')).toMatchObject({ result: 'done', attempts: 2 });
  });

  it.each([
    ['is down for a moment', new RetryLater('busy', { retryAfterSeconds: 20 })],
    ['loses an answer', new OutcomeUnknown('no answer')],
  ])('waits while a place %s', async (_, error) => {
    const leaving = new LeaverInMemory();
    const { roles } = leaving.there.places;
    const { withdraw } = roles;
    let failures = 2;
    roles.withdraw = async (...parameters) => {
      const outcome = await withdraw(...parameters);
      if (failures-- > 0) throw error;
      return outcome;
    };
    expect(await leaving.work('carry-out')).toEqual({ kind: 'done' });
    expect(leaving.there.effects).toEqual(effects);
    expect(await leaving.step('withdraw-roles')).toMatchObject({
      result: 'done',
      summary: '2 roles withdrawn: Reader (Firewall), Writer (Firewall)',
    });
  });

  it('is tried seven times over four days, then a person must act', async () => {
    const leaving = new LeaverInMemory();
    leaving.there.places.groups.remove = async () => ({ result: 'refused', reason: 'Internal error' });
    const waits: (number | undefined)[] = [];
    for (let attempt = 1; attempt <= 7; attempt++) {
      await leaving.work('carry-out');
      const standing = await leaving.standing();
      const next = standing?.state === 'incomplete' ? standing.nextAttemptAt : undefined;
      waits.push(next && (next.getTime() - leaving.time.now().getTime()) / 60_000);
      leaving.time.pass(next ? next.getTime() - leaving.time.now().getTime() : 0);
    }
    expect(waits).toEqual([15, 60, 240, 1_440, 1_440, 1_440, undefined]);
    expect(leaving.events()).toEqual(Array.from({ length: 7 }, () => 'OffboardingIncomplete'));
    expect(await leaving.work('carry-out')).toEqual({ kind: 'nothing', because: 'the change is incomplete' });
  });

  it('is left half-way when the time of the worker is over, and the next one goes on', async () => {
    const leaving = new LeaverInMemory();
    // Ending sessions takes two waits.
    const stopAt = new Date(leaving.time.now().getTime() + 6_000);
    await expect(leaving.work('carry-out', { stopAt })).rejects.toThrow(RetryLater);
    expect(await leaving.standing()).toMatchObject({ state: 'under-way' });
    expect(leaving.published).toEqual([]);
    await leaving.work('carry-out');
    expect(leaving.there.effects).toEqual(effects);
  });

  it('keeps what is left when somebody wants it undone meanwhile', async () => {
    const leaving = new LeaverInMemory();
    const { directory } = leaving.there.places;
    const { disable } = directory;
    directory.disable = async (person) => {
      await leaving.move({ state: 'undoing', since: leaving.time.now(), by: 'grace' });
      return disable(person);
    };
    expect(await leaving.work('carry-out')).toMatchObject({ kind: 'nothing' });
    expect(leaving.there.effects).toEqual(['disable']);
    expect(await leaving.work('undo')).toEqual({ kind: 'undone' });
    expect(leaving.there.left()).toMatchObject({ state: 'active', groups: ['A', 'B', 'Everybody'] });
  });

  it('with an error that nobody foresaw in one step is cut off from all other places', async () => {
    const leaving = new LeaverInMemory();
    leaving.there.places.roles.of = () => Promise.reject(new TypeError('secret words'));
    await leaving.work('carry-out');
    expect(leaving.there.left()).toEqual({ ...out, roles: ['Reader', 'Writer'] });
    expect((await leaving.step('withdraw-roles'))?.summary).not.toContain('secret words');
    expect(leaving.unexpected).toHaveLength(2);
  });
});

describe('the removal after the undo window', () => {
  async function offboarded() {
    const leaving = new LeaverInMemory();
    await leaving.work('carry-out');
    return leaving;
  }

  it('does not come before its time', async () => {
    const leaving = await offboarded();
    expect(await leaving.work('remove')).toMatchObject({ kind: 'not-yet' });
    expect(leaving.there.state).toBe('disabled');
  });

  it('takes the person out of the organisation, wherever the worker is killed', async () => {
    for (const death of [undefined, ...deathsAmong(9)]) {
      const leaving = await offboarded();
      leaving.time.pass(14 * 86_400_000);
      const killed = leaving.work('remove', { life: new Mortality(death) });
      if (death) await expect(killed).rejects.toThrow(/killed|dead/);
      else await killed;
      await leaving.work('remove');
      expect(leaving.there.state).toBe('absent');
      expect(await leaving.standing()).toMatchObject({ state: 'removed' });
      expect(leaving.there.effects.filter((effect) => effect === 'remove')).toHaveLength(1);
    }
  });

  it('leaves somebody alone who was enabled again by hand, and says so', async () => {
    const leaving = await offboarded();
    leaving.there.state = 'active';
    leaving.time.pass(14 * 86_400_000);
    expect(await leaving.work('remove')).toMatchObject({
      kind: 'incomplete',
      open: [{ step: 'remove-from-organisation', reason: expect.stringContaining('enabled again') }],
    });
    expect(leaving.there.state).toBe('active');
    expect(leaving.events()).toEqual(['UserOffboarded', 'OffboardingIncomplete']);
    expect(await leaving.standing()).toMatchObject({ state: 'done' });
  });
});
