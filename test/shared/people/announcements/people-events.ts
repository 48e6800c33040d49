import { readPeopleEvent } from '#shared/people/announcements/people-event.ts';

const changeId = `chg_${'1'.repeat(32)}`;
const about = {
  version: 1,
  eventId: `${changeId}-done`,
  changeId,
  requestId: `req_${'2'.repeat(32)}`,
  email: 'bob@corp.example',
  source: 'hr',
  ticket: 'HR-42',
  occurredAt: '2026-12-01T17:00:00.000Z',
};
const open = [{ step: 'end-vpn-sessions', organisation: 'main', reason: '1 session is still there.' }];
const batch = {
  version: 1,
  eventId: 'bat-held',
  batchId: `bat_${'3'.repeat(32)}`,
  source: 'hr',
  origin: 'hr/2026-12-01.csv',
  occurredAt: '2026-12-01T17:00:00.000Z',
};

const details = {
  PeopleHeld: {
    ...batch,
    heldCount: 500,
    fuses: [{ fuse: 'many-leavers', explanation: '500 people leave; 20 are allowed.', people: 500 }],
    doneBy: '2026-12-02T01:30:00.000Z',
  },
  PeopleRefused: {
    ...batch,
    refusedCount: 3,
    examples: [
      { row: 7, reason: 'date-unreadable', explanation: 'The date cannot be read.' },
      { reason: 'not-understood', explanation: 'The body is no ticket.' },
    ],
  },
  PersonChangeDue: { ...about, kind: 'offboard', dueAt: '2026-12-02T17:00:00.000Z' },
  UserOnboarded: {
    ...about,
    steps: [{ step: 'invite', organisation: 'main', result: 'done', summary: 'invited' }],
  },
  OnboardingIncomplete: {
    ...about,
    open: [{ step: 'add-to-groups', organisation: 'main', reason: 'There is no group Analysts.' }],
    attempts: 1,
    nextAttemptAt: '2026-12-01T17:15:00.000Z',
  },
  UserOffboarded: {
    ...about,
    steps: [
      {
        step: 'end-vpn-sessions',
        organisation: 'main',
        result: 'done',
        summary: '2 sessions ended, 0 left',
      },
    ],
    undoUntil: '2026-12-15T17:00:00.000Z',
  },
  OffboardingIncomplete: { ...about, open, attempts: 7 },
  OffboardingUndone: { ...about, undoneBy: 'ops', open: [] },
  InvitationsOpen: {
    version: 1,
    eventId: 'inv-1',
    organisation: 'main',
    invitations: [
      { email: 'cy@corp.example', invitedAt: '2026-11-25T08:00:00.000Z', sentAgain: true },
      { email: 'di@corp.example', sentAgain: false },
    ],
    count: 2,
    occurredAt: '2026-12-01T06:10:00.000Z',
  },
};

/** An event as it comes from the bus, with other details where they are given. */
export function peopleEvent(type: keyof typeof details, over: object = {}) {
  return readPeopleEvent({
    id: 'e1',
    source: 'scc-automations.people',
    'detail-type': type,
    time: '2026-12-01T17:00:00Z',
    detail: { ...details[type], ...over },
  });
}

export const announcedTypes = Object.keys(details) as (keyof typeof details)[];
