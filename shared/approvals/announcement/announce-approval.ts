import type { ApprovalSettings } from '../../config/approvals.ts';
import type { ApprovalRequested } from '../../events/approval-requested.ts';
import { chunksOf, isNonEmpty, type NonEmptyArray } from '../../non-empty.ts';
import { mostPartsDecidedTogether } from '../decisions.ts';
import { signApprovalLink } from '../link-token.ts';
import { type AnnouncementResult, announceThrough } from './announce-through.ts';
import type { Announcement } from './announcement.ts';
import { announcementOf } from './announcement.ts';
import type { AnnouncementChannel } from './announcement-channel.ts';
import type { AnnouncementRecord } from './announcement-record.ts';

export interface AnnouncementPorts {
  readonly channels: readonly AnnouncementChannel<Announcement>[];
  readonly record: AnnouncementRecord;
  readonly signingKey: string;
  /** Where the API answers, without a path of its own. */
  readonly apiUrl: string;
  readonly linkValidHours: ApprovalSettings['linkValidHours'];
}

/** Tells people through every channel that something is held; see {@link announceThrough}. */
export function announceApproval(
  event: ApprovalRequested,
  { channels, record, ...ports }: AnnouncementPorts,
): Promise<AnnouncementResult> {
  const announcement = announcementOf(event, decisionLinks(event, ports));
  return announceThrough(channels, announcement, { eventId: event.eventId, record });
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
