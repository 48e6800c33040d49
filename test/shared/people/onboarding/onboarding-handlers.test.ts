import { beforeEach, describe, expect, it } from 'vitest';
import { lifecycleProfileSchema } from '#shared/config/lifecycle-profile.ts';
import type { PeopleSettings } from '#shared/config/people.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { PersonTask } from '#shared/people/changes/person-task.ts';
import { onboardingHandlers } from '#shared/people/onboarding/onboarding-handlers.ts';
import { workTask } from '#shared/people/working/work-task.ts';
import { timeZoneSchema } from '#shared/time/zoned-time.ts';
import { deathsAmong, Mortality } from '#test/mortality.ts';
import { InMemoryPeopleChanges } from '../changes/in-memory-people-changes.ts';
import { InMemoryStepJournal } from '../changes/in-memory-step-journal.ts';
import { InMemoryTaskSchedule } from '../changes/in-memory-task-schedule.ts';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import {
  analyst,
  joining,
  profiles,
  type SimulatedJoining,
  startSimulatedJoining,
} from './simulated-joining.ts';

const request = joining();
const change = personChange(request, plannedWhenDue(request));
const task: PersonTask = {
  version: 1,
  worker: 'onboard',
  task: 'carry-out',
  email: request.email,
  changeId: change.changeId,
};

let joined: SimulatedJoining;
let kept: { changes: InMemoryPeopleChanges; journal: InMemoryStepJournal; schedule: InMemoryTaskSchedule };
let published: OutgoingEvent[];

beforeEach(startAnew);

async function startAnew() {
  joined = await startSimulatedJoining();
  kept = {
    changes: new InMemoryPeopleChanges([change]),
    journal: new InMemoryStepJournal(),
    schedule: new InMemoryTaskSchedule(),
  };
  published = [];
}

/** Works on Eve's task once, with what may kill the worker. */
function work(mortality = new Mortality(), defined: PeopleSettings['profiles'] = profiles) {
  const { directory, groups, roles, firewallAccounts, organisation } = joined.places;
  if (!firewallAccounts) throw new Error('the simulated organisation has a Firewall Manager');
  const places = {
    organisation,
    directory: mortality.mortal(directory),
    groups: mortality.mortal(groups),
    roles: mortality.mortal(roles),
    firewallAccounts: mortality.mortal(firewallAccounts),
  };
  const { time } = joined.platform;
  return workTask(task, onboardingHandlers([places], { profiles: defined }), {
    changes: mortality.mortal(kept.changes),
    journal: mortality.mortal(kept.journal),
    schedule: mortality.mortal(kept.schedule),
    events: mortality.mortal({
      publish: async (events: readonly OutgoingEvent[]) => void published.push(...events),
    }),
    timeZone: timeZoneSchema.parse('Europe/Zurich'),
    clock: time,
    sleep: time.sleep,
    stopAt: new Date(time.now().getTime() + 840_000),
    reportUnexpected: () => undefined,
  });
}

describe('a joiner’s task', () => {
  it('ends with everything there, and with one event that tells each step', async () => {
    expect(await work()).toEqual({ kind: 'done' });

    expect(published).toMatchObject([
      {
        detailType: 'UserOnboarded',
        detail: {
          email: 'eve@acme.example',
          steps: [
            { step: 'invite', result: 'done' },
            { step: 'add-to-groups', result: 'done' },
            { step: 'assign-roles', result: 'done' },
            { step: 'create-firewall-account', result: 'done' },
            { step: 'verify-onboarding', result: 'done' },
          ],
        },
      },
    ]);
    expect(await kept.changes.find(request.email)).toMatchObject({ standing: { state: 'done' } });
  });

  it('comes to the same end wherever its worker is killed: one invitation, one account, no event lost', async () => {
    const survivor = new Mortality();
    await work(survivor);

    for (const death of deathsAmong(survivor.calls)) {
      await startAnew();
      await work(new Mortality(death)).catch(() => undefined);
      await work();

      const where = `killed ${death.when} call ${death.call}, ${survivor.names[death.call - 1]}`;
      expect(joined.eve(), where).toEqual({
        platform: expect.objectContaining({
          invitationsSent: 1,
          groups: ['SOC analysts', 'Firewall engineers'],
          roles: ['Read-only (Secure Access)', 'Read-only (Firewall)'],
        }),
        firewallManagerRoles: ['ROLE_READ_ONLY'],
      });
      expect(await kept.changes.find(request.email), where).toMatchObject({ standing: { state: 'done' } });
      const ids = published.map(({ detail }) => ('eventId' in detail ? detail.eventId : ''));
      expect(new Set(ids), where).toEqual(new Set([`${change.changeId}-done`]));
    }
  });

  it('is tried again in a while when something of the profile is not there, and then ends well', async () => {
    const wrong = { [analyst]: lifecycleProfileSchema.parse({ adminGroups: ['Nobody'] }) };

    expect(await work(new Mortality(), wrong)).toMatchObject({ kind: 'incomplete' });
    expect(published).toMatchObject([
      { detailType: 'OnboardingIncomplete', detail: { attempts: 1, nextAttemptAt: expect.any(String) } },
    ]);
    const [next] = kept.schedule.waiting();
    joined.platform.time.pass((next?.at.getTime() ?? 0) - joined.platform.time.now().getTime());

    expect(await work()).toEqual({ kind: 'done' });
    expect(joined.eve().platform).toMatchObject({ invitationsSent: 1 });
  });
});
