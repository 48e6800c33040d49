import { describe, expect, it } from 'vitest';
import { stageNameSchema } from '#shared/config/names.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { noticeEmail } from '#shared/people/announcements/notice-email.ts';
import { noticeOfEvent } from '#shared/people/announcements/notice-of-event.ts';
import { noticeSlack } from '#shared/people/announcements/notice-slack.ts';
import { noticeTeams } from '#shared/people/announcements/notice-teams.ts';
import { noticeText } from '#shared/people/announcements/notice-text.ts';
import { readPeopleEvent } from '#shared/people/announcements/people-event.ts';
import { announcedTypes, peopleEvent } from './people-events.ts';

const stage = stageNameSchema.parse('prod');

describe('what people are told', () => {
  it('of an offboarding: every step with its proof, and until when it can be undone', () => {
    expect(noticeText(noticeOfEvent(peopleEvent('UserOffboarded')))).toBe(
      `bob@corp.example is offboarded.
  end-vpn-sessions (main): 2 sessions ended, 0 left

Person: bob@corp.example
Ticket: HR-42
Source: hr
Change: chg_${'1'.repeat(32)}

Until 2026-12-15 17:00 UTC: npm run cli -- people undo bob@corp.example`,
    );
  });

  it('of what is held: why, how many, and how to decide', () => {
    const batch = `bat_${'3'.repeat(32)}`;

    expect(noticeText(noticeOfEvent(peopleEvent('PeopleHeld')))).toBe(
      `500 changes about people wait for approval.
  many-leavers (500 people): 500 people leave; 20 are allowed.

Source: hr
File or ticket: hr/2026-12-01.csv
Batch: ${batch}
Done by, if approved now: 2026-12-02 01:30 UTC

Nothing of it happens before a person decides.
npm run cli -- people approve ${batch}
npm run cli -- people reject ${batch}`,
    );
  });

  it.each([
    ['PeopleRefused', '3 rows or tickets about people were not accepted.', 'and 1 more'],
    ['PersonChangeDue', 'bob@corp.example leaves on 2026-12-02 17:00 UTC.', 'people cancel bob@corp.example'],
    ['UserOnboarded', 'bob@corp.example is onboarded.', 'invite (main): invited'],
    ['OnboardingIncomplete', 'lacks something of their profile.', 'It is tried again 2026-12-01 17:15 UTC.'],
    ['OffboardingIncomplete', 'bob@corp.example may still get in somewhere.', 'a person has to act'],
    ['OffboardingUndone', 'The offboarding of bob@corp.example is undone.', 'undone by ops'],
    ['InvitationsOpen', '2 invitations to main not accepted.', 'invited 2026-11-25, sent once more'],
  ] as const)('of %s: %s', (type, title, detail) => {
    const text = noticeText(noticeOfEvent(peopleEvent(type)));

    expect(text).toContain(title);
    expect(text).toContain(detail);
  });

  it('has no lines or characters that a sender or a platform slipped in', () => {
    const hostile = 'x\u202e\n\nTitle: all is well\u0007';
    const { lines, facts } = noticeOfEvent(
      peopleEvent('OffboardingIncomplete', {
        ticket: hostile,
        open: [{ step: 'disable-sign-in', organisation: 'main', reason: hostile }],
      }),
    );

    for (const text of [...lines, ...facts.map((fact) => fact.text)]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});

describe('each channel takes every notice', () => {
  it.each(announcedTypes)('of %s', (type) => {
    const notice = noticeOfEvent(peopleEvent(type));
    const { subject, text } = noticeEmail(notice, stage);

    expect(subject).toMatch(/^SCC Automations \(prod\): [\x20-\x7e]{10,}$/);
    expect(subject.length).toBeLessThan(100);
    expect(text).toContain(notice.title);
    expect(noticeSlack(notice)).toHaveProperty('blocks.0.text.verbatim', true);
    expect(JSON.stringify(noticeTeams(notice))).toContain(JSON.stringify(notice.title));
  });
});

it('Slack reads no markup in reasons', () => {
  const reason = '<!channel> `rm` <https://evil.example|click>';
  const notice = noticeOfEvent(
    peopleEvent('OffboardingIncomplete', {
      open: [{ step: 'disable-sign-in', organisation: 'main', reason }],
    }),
  );

  expect(JSON.stringify(noticeSlack(notice))).not.toContain('<!channel>');
});

it.each([
  ['IocBlocked', {}],
  ['UserOffboarded', { version: 2 }],
  ['__proto__', {}],
])('an event of type %s that is none of ours is refused', (type, detail) => {
  const event = { id: 'e1', source: 'any', 'detail-type': type, time: '2026-12-01T17:00:00Z', detail };

  expect(() => readPeopleEvent(event)).toThrow(RefusedInput);
});
