import { describe, expect, it } from 'vitest';
import { announceApproval } from '#shared/approvals/announcement/announce-approval.ts';
import type { Announcement } from '#shared/approvals/announcement/announcement.ts';
import type { ChannelName } from '#shared/approvals/announcement/announcement-channel.ts';
import { readApprovalLink } from '#shared/approvals/link-token.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { approvalEvent } from './approval-event.ts';

const signingKey = 'dummy-key-of-the-tests-only-0123456789';

/** Two channels and a memory of who has heard. */
function announcing() {
  const sent: { channel: ChannelName; announcement: Announcement }[] = [];
  const heard = new Set<ChannelName>();
  const faults: Partial<Record<ChannelName | 'markHeard', Error>> = {};
  const channel = (name: ChannelName) => ({
    name,
    async announce(announcement: Announcement) {
      const fault = faults[name];
      if (fault) throw fault;
      sent.push({ channel: name, announcement });
    },
  });
  const ports = {
    channels: [channel('email'), channel('chat')],
    record: {
      heardThrough: async () => new Set(heard),
      async markHeard(_eventId: string, name: ChannelName) {
        if (faults.markHeard) throw faults.markHeard;
        heard.add(name);
      },
    },
    signingKey,
    apiUrl: 'https://api.example/',
    linkValidHours: 24,
  };
  return { ports, sent, faults };
}

describe('announcing that something is held', () => {
  it('tells every channel once, however often the event comes', async () => {
    const { ports, sent } = announcing();
    expect(await announceApproval(approvalEvent(), ports)).toEqual({
      announced: ['email', 'chat'],
      announcedBefore: [],
      failed: [],
    });
    expect(await announceApproval(approvalEvent(), ports)).toMatchObject({ announced: [], failed: [] });
    expect(sent.map(({ channel }) => channel)).toEqual(['email', 'chat']);
  });

  it.each(['email', 'chat'] as const)('through %s failing keeps nobody else from hearing', async (name) => {
    const { ports, sent, faults } = announcing();
    faults[name] = new RetryLater('away');
    const { failed } = await announceApproval(approvalEvent(), ports);
    expect(failed).toEqual([{ channel: name, cause: faults[name] }]);

    delete faults[name];
    expect(await announceApproval(approvalEvent(), ports)).toMatchObject({ announced: [name], failed: [] });
    expect(sent.map(({ channel }) => channel).toSorted()).toEqual(['chat', 'email']);
  });

  it('tells twice rather than never when it is interrupted before it noted who heard', async () => {
    const { ports, sent, faults } = announcing();
    faults.markHeard = new RetryLater('the table is away');
    expect((await announceApproval(approvalEvent(), ports)).failed).toHaveLength(2);
    delete faults.markHeard;
    await announceApproval(approvalEvent(), ports);
    expect(sent).toHaveLength(4);
  });

  it('gives a link for the parts that hold something, as long as configured, from when it was held', async () => {
    const { ports, sent } = announcing();
    const event = approvalEvent({ parts: [0, 3] });
    await announceApproval(event, ports);
    const link = sent[0]?.announcement.links[0];
    expect(link?.href).toMatch(/^https:\/\/api\.example\/approvals\/1\./);
    const token = link?.pathname.split('/').at(-1) ?? '';
    expect(readApprovalLink(token, { current: signingKey }, new Date(event.occurredAt))).toEqual({
      kind: 'valid',
      link: { requestId: event.requestId, parts: [0, 3], expiresAt: new Date('2026-12-02T03:58:09Z') },
    });
  });

  it('gives several links where one would decide about more than one transaction takes', async () => {
    const { ports, sent } = announcing();
    await announceApproval(approvalEvent({ parts: Array.from({ length: 250 }, (_, part) => part) }), ports);
    expect(sent[0]?.announcement.links).toHaveLength(3);
  });
});
