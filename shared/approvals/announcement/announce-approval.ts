import type { ApprovalSettings } from '../../config/approvals.ts';
import type { ApprovalRequested } from '../../events/approval-requested.ts';
import { chunksOf, isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import { mostPartsDecidedTogether } from '../decisions.ts';
import { signApprovalLink } from '../link-token.ts';
import type { Announcement } from './announcement.ts';
import { announcementOf } from './announcement.ts';
import type { AnnouncementChannel, ChannelName } from './announcement-channel.ts';
import type { AnnouncementRecord } from './announcement-record.ts';

export interface AnnouncementPorts {
  readonly channels: readonly AnnouncementChannel[];
  readonly record: AnnouncementRecord;
  readonly signingKey: string;
  /** Where the API answers, without a path of its own. */
  readonly apiUrl: string;
  readonly linkValidHours: ApprovalSettings['linkValidHours'];
}

/** Through which channels people heard, now or before, and which failed. */
export interface AnnouncementResult {
  readonly announced: readonly ChannelName[];
  readonly announcedBefore: readonly ChannelName[];
  readonly failed: readonly { readonly channel: ChannelName; readonly cause: unknown }[];
}

/**
 * Tells people through every channel that something is held. No channel waits for another, and one that has taken
 * the message is left out when the event comes again. A crash between the two tells twice rather than never.
 */
export async function announceApproval(
  event: ApprovalRequested,
  { channels, record, ...ports }: AnnouncementPorts,
): Promise<AnnouncementResult> {
  const announcement = announcementOf(event, decisionLinks(event, ports));
  const heard = await record.heardThrough(event.eventId);
  const waiting = channels.filter(({ name }) => !heard.has(name));
  const attempts = await Promise.allSettled(
    waiting.map(async (channel) => {
      await channel.announce(announcement);
      await record.markHeard(event.eventId, channel.name);
    }),
  );
  const ends = waiting.map(({ name }, index) => ({ name, attempt: attempts[index] }));
  return {
    announced: ends.flatMap(({ name, attempt }) => (attempt?.status === 'fulfilled' ? [name] : [])),
    announcedBefore: [...heard],
    failed: ends.flatMap(({ name, attempt }) =>
      attempt?.status === 'rejected' ? [{ channel: name, cause: attempt.reason }] : [],
    ),
  };
}

/** The same event always has the same links: a repeat does not lengthen the time in which they work. */
function decisionLinks(
  event: ApprovalRequested,
  { signingKey, apiUrl, linkValidHours }: Omit<AnnouncementPorts, 'channels' | 'record'>,
): Pick<Announcement, 'links' | 'validUntil'> {
  const { requestId, parts, occurredAt } = event;
  const expiresAt = new Date(Date.parse(occurredAt) + linkValidHours * 3_600_000);
  const links = chunksOf(parts, mostPartsDecidedTogether).map((some: NonEmptyArray<number>) => {
    const token = signApprovalLink({ requestId, parts: some, expiresAt }, signingKey);
    return new URL(`${apiUrl.replace(/\/$/, '')}/approvals/${token}`);
  });
  if (!isNonEmpty(links)) throw new RangeError('an approval is about one part at least');
  return { links, validUntil: expiresAt };
}
