import { describe, expect, it } from 'vitest';
import type { ChannelName } from '#shared/approvals/announcement/announcement-channel.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { announcePeopleEvent } from '#shared/people/announcements/announce-people-event.ts';
import type { Notice } from '#shared/people/announcements/notice.ts';
import type { TicketComment, TicketComments } from '#shared/tickets/ticket-comments.ts';
import { announcedTypes, peopleEvent } from './people-events.ts';

/** An e-mail channel, a ticket system for the source `hr`, and a memory of who has heard. */
function announcing() {
  const titles: string[] = [];
  const comments: TicketComment[] = [];
  const warnings: string[] = [];
  const heard = new Map<string, Set<ChannelName>>();
  const answers: ('added' | 'no-such-ticket' | RetryLater)[] = [];
  const tickets: TicketComments = {
    async add(comment) {
      const answer = answers.shift() ?? 'added';
      if (answer instanceof RetryLater) throw answer;
      if (answer === 'added') comments.push(comment);
      return answer;
    },
  };
  const ports = {
    channels: [{ name: 'email' as const, announce: async ({ title }: Notice) => void titles.push(title) }],
    commentsOf: (source: string) => (source === 'hr' ? tickets : undefined),
    record: {
      heardThrough: async (eventId: string) => new Set(heard.get(eventId)),
      async markHeard(eventId: string, name: ChannelName) {
        heard.set(eventId, new Set(heard.get(eventId)).add(name));
      },
    },
    log: { warn: (message: string) => void warnings.push(message) },
  };
  return { ports, titles, comments, warnings, answers };
}

describe('an event about people', () => {
  it('is told by e-mail and to its ticket, once, however often it comes', async () => {
    const { ports, titles, comments } = announcing();

    for (let delivery = 0; delivery < 3; delivery += 1) {
      await announcePeopleEvent(peopleEvent('UserOffboarded'), ports);
    }

    expect(titles).toEqual(['bob@corp.example is offboarded']);
    expect(comments).toMatchObject([
      {
        ticket: 'HR-42',
        text: expect.stringContaining('2 sessions ended, 0 left'),
        event: { type: 'UserOffboarded', detail: { email: 'bob@corp.example' } },
      },
    ]);
  });

  it('is told to the ticket later when its system is away; the e-mail is not sent again', async () => {
    const { ports, titles, comments, answers } = announcing();
    answers.push(new RetryLater('away'));

    const { failed } = await announcePeopleEvent(peopleEvent('UserOffboarded'), ports);
    expect(failed.map(({ channel }) => channel)).toEqual(['ticket']);
    await announcePeopleEvent(peopleEvent('UserOffboarded'), ports);

    expect(titles).toHaveLength(1);
    expect(comments).toHaveLength(1);
  });

  it('whose ticket is not there is told by e-mail, and that is the end of it', async () => {
    const { ports, titles, warnings, answers } = announcing();
    answers.push('no-such-ticket');

    const { failed } = await announcePeopleEvent(peopleEvent('UserOffboarded'), ports);

    expect(failed).toEqual([]);
    expect(titles).toHaveLength(1);
    expect(warnings).toHaveLength(1);
  });

  it('of what is held is told to the ticket that it came as', async () => {
    const { ports, comments } = announcing();

    await announcePeopleEvent(peopleEvent('PeopleHeld', { origin: 'RITM0010042' }), ports);

    expect(comments).toMatchObject([{ ticket: 'RITM0010042' }]);
  });

  it.each(['files', 'api', 'bus:corp.hr'])(
    'from %s, which has no tickets, gets no comment',
    async (source) => {
      const { ports, titles, comments } = announcing();

      await announcePeopleEvent(peopleEvent('UserOffboarded', { source }), ports);

      expect(titles).toHaveLength(1);
      expect(comments).toEqual([]);
    },
  );

  it.each(['PersonChangeDue', 'UserOnboarded', 'UserOffboarded'] as const)(
    '%s is told to its ticket only, when it is one of more than 20 alike',
    async (type) => {
      const { ports, titles, comments } = announcing();

      await announcePeopleEvent(peopleEvent(type, { batchSize: 20, eventId: 'of-20' }), ports);
      await announcePeopleEvent(peopleEvent(type, { batchSize: 21, eventId: 'of-21' }), ports);

      expect(titles).toHaveLength(1);
      expect(comments).toHaveLength(2);
    },
  );

  it('that somebody may still get in is told of each, however many there are', async () => {
    const { ports, titles } = announcing();

    await announcePeopleEvent(peopleEvent('OffboardingIncomplete', { batchSize: 500 }), ports);

    expect(titles).toHaveLength(1);
  });

  it.each(announcedTypes)('of type %s reaches people', async (type) => {
    const { ports, titles } = announcing();

    await announcePeopleEvent(peopleEvent(type), ports);

    expect(titles).toHaveLength(1);
  });
});
