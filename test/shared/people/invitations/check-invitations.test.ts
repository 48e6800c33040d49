import { beforeEach, describe, expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { ChangeId } from '#shared/people/changes/change-id.ts';
import type { Directory } from '#shared/people/directory.ts';
import { type EmailAddress, emailAddressSchema } from '#shared/people/email-address.ts';
import { checkInvitations } from '#shared/people/invitations/check-invitations.ts';
import type { InvitationsSentAgain } from '#shared/people/invitations/invitations-sent-again.ts';
import type { OffboardRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import {
  type SimulatedPlatform,
  startSimulatedPlatform,
} from '../../cisco/security-cloud-control/simulated-platform.ts';
import { InMemoryPeopleChanges } from '../changes/in-memory-people-changes.ts';
import { personChange } from '../changes/person-changes.ts';
import { joining } from '../onboarding/simulated-joining.ts';

const organisation = organisationNameSchema.parse('main');
const eve = emailAddressSchema.parse('eve@acme.example');
/** Was invited by hand, at the beginning. */
const cy = emailAddressSchema.parse('cy@acme.example');
const day = 86_400_000;

class InMemorySentAgain implements InvitationsSentAgain {
  readonly #claims = new Map<EmailAddress, ChangeId>();

  async claim(_organisation: string, person: EmailAddress, onboarding: ChangeId) {
    if (this.#claims.get(person) === onboarding) return 'claimed-before' as const;
    this.#claims.set(person, onboarding);
    return 'claimed' as const;
  }

  async giveBack(_organisation: string, person: EmailAddress) {
    this.#claims.delete(person);
  }
}

let platform: SimulatedPlatform;
let changes: InMemoryPeopleChanges;
let sentAgain: InMemorySentAgain;

beforeEach(async () => {
  platform = await startSimulatedPlatform();
  const { directory, time, find } = platform;
  const person = await find(eve);
  if (person.state === 'absent') await directory.invite(person, { firstName: 'Eve', lastName: 'Stone' });
  changes = new InMemoryPeopleChanges([personChange(joining(eve), { state: 'done', at: time.now() })]);
  sentAgain = new InMemorySentAgain();
});

const check = (directory: Pick<Directory, 'people' | 'inviteAgain'> = platform.directory) =>
  checkInvitations(
    organisation,
    { remindAfterDays: 3 },
    { directory, changes, sentAgain, clock: platform.time },
  );

const timesInvited = () => platform.control.state().users.find(({ email }) => email === eve)?.invitationsSent;

const aboutEve = (open: Awaited<ReturnType<typeof check>>) => open.find(({ email }) => email === eve);

describe('an invitation that was not accepted', () => {
  it('is no matter on the first days', async () => {
    platform.time.pass(2 * day);

    expect(await check()).toEqual([]);
    expect(timesInvited()).toBe(1);
  });

  it('is sent once more after three days, and told every day from then on', async () => {
    const told: unknown[] = [];
    for (let days = 0; days < 10; days += 1) {
      platform.time.pass(day);
      told.push(aboutEve(await check())?.sentAgain);
    }

    expect(told).toEqual([undefined, undefined, ...Array.from({ length: 8 }, () => true)]);
    expect(timesInvited()).toBe(2);
  });

  it('of somebody whom others have invited is told, and not sent by us', async () => {
    platform.time.pass(4 * day);

    expect(await check()).toContainEqual({ email: cy, invitedAt: expect.any(Date), sentAgain: false });
    expect(platform.control.state().users.find(({ email }) => email === cy)?.invitationsSent).toBe(1);
  });

  it('of somebody who is to leave by now is not sent again', async () => {
    const { name: _name, profile: _profile, ...about } = joining(eve);
    const leaving: OffboardRequest = { ...about, kind: 'offboard', departure: 'voluntary' };
    changes = new InMemoryPeopleChanges([
      personChange(leaving, { state: 'planned', startsAt: new Date(), endsBy: new Date() }),
    ]);
    platform.time.pass(4 * day);

    expect(aboutEve(await check())).toMatchObject({ sentAgain: false });
    expect(timesInvited()).toBe(1);
  });

  it('is sent again anew for whoever is onboarded a second time', async () => {
    platform.time.pass(4 * day);
    await check();
    const again = { ...joining(eve), effective: { kind: 'immediate', since: platform.time.now() } } as const;
    changes = new InMemoryPeopleChanges([personChange(again, { state: 'done', at: platform.time.now() })]);
    await check();

    expect(timesInvited()).toBe(3);
  });
});

describe('a repetition', () => {
  const failing = (error: Error) => ({
    people: () => platform.directory.people(),
    inviteAgain: () => Promise.reject(error),
  });

  beforeEach(() => platform.time.pass(4 * day));

  it('whose answer was lost counts as sent: there is no third e-mail', async () => {
    expect(aboutEve(await check(failing(new OutcomeUnknown('lost'))))).toMatchObject({ sentAgain: true });
    await check();

    expect(timesInvited()).toBe(1);
  });

  it('that had no effect is made up for the next day', async () => {
    await expect(check(failing(new RetryLater('away')))).rejects.toThrow('away');
    await check();

    expect(timesInvited()).toBe(2);
  });

  it('that is refused is told as not sent', async () => {
    const refusing = {
      people: () => platform.directory.people(),
      inviteAgain: async () => ({ result: 'refused', reason: 'no' }) as const,
    };

    expect(aboutEve(await check(refusing))).toMatchObject({ sentAgain: false });
  });

  it('to somebody who has accepted meanwhile is no longer open', async () => {
    const accepting = {
      people: () => platform.directory.people(),
      inviteAgain: async () => ({ result: 'already' }) as const,
    };

    expect(aboutEve(await check(accepting))).toBeUndefined();
  });
});
