import { beforeEach, describe, expect, it } from 'vitest';
import { offboardingSteps } from '#shared/people/steps/step-record.ts';
import { InMemoryPeopleChanges } from '../../shared/people/changes/in-memory-people-changes.ts';
import { InMemoryStepJournal } from '../../shared/people/changes/in-memory-step-journal.ts';
import { bobIsOut, type SimulatedLeaver, startSimulatedLeaver } from './simulated-leaver.ts';

let leaving: SimulatedLeaver;

beforeEach(async () => {
  leaving = await startSimulatedLeaver();
});

/** What is written to the clouds, in order, beside asking the firewalls who is connected. */
const writes = [
  'PATCH /users',
  ...Array.from({ length: 3 }, () => 'PATCH /adminGroups/{groupId}'),
  ...Array.from({ length: 2 }, () => 'PATCH /roles/{roleId}'),
  'DELETE /v1/users/{userUid}',
  ...Array.from({ length: 3 }, () => 'PUT /admin/v2/vpn/userConnections'),
  ...Array.from({ length: 2 }, () => 'POST /v1/vpnsessions/{deviceUid}/terminate/{userName}'),
  'DELETE /admin/v2/ztna/users/{userId}/devices/{deviceId}',
  'DELETE /deployments/v2/roamingcomputers/{deviceId}',
];

const changingWrites = () => leaving.writes().filter((call) => call !== 'POST /v1/vpnsessions/refresh');

describe('somebody who leaves, in the simulated clouds', () => {
  it('is out of every place, in order, and it is read back', async () => {
    expect(await leaving.work('carry-out')).toEqual({ kind: 'done' });

    expect(leaving.bob()).toEqual(bobIsOut);
    expect(changingWrites()).toEqual(writes);
    const steps = await leaving.steps();
    expect(Object.keys(steps)).toEqual([...offboardingSteps]);
    expect(Object.values(steps).map(({ summary }) => summary)).toEqual([
      'sign-in disabled',
      'removed from 3 groups: SOC analysts, Firewall engineers, On call; Everybody at Acme is left to the identity provider',
      '2 roles withdrawn: Organization Member (Security Cloud Control), Read-only (Secure Access)',
      'account in Firewall Manager deleted, which had ROLE_ADMIN',
      '2 VPN sessions ended, 0 left',
      '1 firewall VPN session ended, 0 left',
      '1 device certificate revoked, 0 left',
      '1 roaming computer removed: LT-bob.moss-1',
      expect.stringMatching(/lacks the scope admin\.apikeys:read.*API clients of XDR/),
      expect.stringContaining('read back, and nothing is left'),
    ]);
    expect(leaving.published).toMatchObject([
      { detailType: 'UserOffboarded', detail: { steps: { length: offboardingSteps.length } } },
    ]);
    expect(leaving.unexpected).toEqual([]);
  });

  it('takes so many requests, within 14 a minute, in less than a minute and a half', async () => {
    const startedAt = leaving.time.now().getTime();
    await leaving.work('carry-out');
    expect(leaving.time.now().getTime() - startedAt).toBeLessThan(90_000);
    const { admin, platform, firewallManager } = leaving.requests();
    expect(admin.map(({ status }) => status)).not.toContain(429);
    expect(admin).toHaveLength(16);
    expect(platform).toHaveLength(14);
    expect(firewallManager).toHaveLength(20);
    for (const { time } of admin) {
      const from = Date.parse(time);
      const inMinute = admin.filter(
        (one) => Date.parse(one.time) >= from && Date.parse(one.time) < from + 60_000,
      );
      expect(inMinute.length).toBeLessThanOrEqual(14);
    }
  });

  it('ends the same when the worker is killed after each step, and nothing is done twice', async () => {
    for (const step of offboardingSteps) {
      leaving.settle();
      const changes = new InMemoryPeopleChanges([leaving.planned]);
      const journal = new InMemoryStepJournal();
      const killing = new KillingJournal(journal, step);
      await expect(leaving.work('carry-out', { changes, journal: killing })).rejects.toThrow('killed');
      expect(await leaving.work('carry-out', { changes, journal })).toEqual({ kind: 'done' });
      expect(leaving.bob()).toEqual(bobIsOut);
      expect(changingWrites()).toEqual(writes);
    }
  });

  it.each([...new Set(writes)])('ends the same when the answer to %s is lost', async (call) => {
    leaving.loseAnswerTo(call);
    expect(await leaving.work('carry-out')).toEqual({ kind: 'done' });
    expect(leaving.bob()).toEqual(bobIsOut);
  });

  it('is told as incomplete while Firewall Manager is down, and finished later', async () => {
    const down = { effect: { kind: 'respond', status: 503 }, match: {}, times: 1_000 } as const;
    leaving.firewallManager.addFault(down);
    expect(await leaving.work('carry-out')).toMatchObject({
      kind: 'incomplete',
      open: [
        { step: 'delete-firewall-account' },
        { step: 'end-firewall-vpn-sessions' },
        { step: 'verify-offboarding' },
      ],
    });
    expect(leaving.bob()).toMatchObject({ status: 'ENTERPRISE_DISABLED', vpnSessions: [], roles: [] });
    leaving.firewallManager.reset({ only: ['faults'] });
    leaving.time.pass(15 * 60_000);
    expect(await leaving.work('carry-out')).toEqual({ kind: 'done' });
    expect(leaving.bob()).toEqual(bobIsOut);
  });

  it('gets groups, roles, sign-in and the account back within the undo window', async () => {
    const before = leaving.bob();
    await leaving.work('carry-out');
    leaving.time.pass(13 * 86_400_000);
    const done = await leaving.current();
    if (done)
      await leaving.ports.changes.move(done, { state: 'undoing', since: leaving.time.now(), by: 'grace' });

    expect(await leaving.work('undo')).toEqual({ kind: 'undone' });
    const { status, groups, roles, firewallManagerRoles } = leaving.bob();
    expect({ status, roles, firewallManagerRoles }).toEqual({
      status: before.status,
      roles: before.roles,
      firewallManagerRoles: ['ROLE_ADMIN'],
    });
    expect(groups?.toSorted()).toEqual(before.groups?.toSorted());
    expect(leaving.published.at(-1)).toMatchObject({
      detailType: 'OffboardingUndone',
      detail: {
        undoneBy: 'grace',
        open: [{ step: 'revoke-device-certificates' }, { step: 'remove-roaming-computers' }],
      },
    });
    expect(await leaving.work('remove')).toEqual({ kind: 'nothing', because: 'the change is undone' });
  });

  it('is taken out of the organisation when the undo window is over', async () => {
    await leaving.work('carry-out');
    leaving.time.pass(14 * 86_400_000);
    expect(await leaving.work('remove')).toEqual({ kind: 'removed' });
    expect(leaving.bob().status).toBeUndefined();
  });
});

/** A journal whose writer is killed just after the end of one step was written. */
class KillingJournal extends InMemoryStepJournal {
  readonly #journal: InMemoryStepJournal;
  readonly #lastStep: string;

  constructor(journal: InMemoryStepJournal, lastStep: string) {
    super();
    this.#journal = journal;
    this.#lastStep = lastStep;
  }

  override read(...parameters: Parameters<InMemoryStepJournal['read']>) {
    return this.#journal.read(...parameters);
  }

  override async record(...parameters: Parameters<InMemoryStepJournal['record']>): Promise<void> {
    const [, { step, endedAt }] = parameters;
    await this.#journal.record(...parameters);
    if (step === this.#lastStep && endedAt) throw new Error('killed');
  }
}
