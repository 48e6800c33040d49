import type { AnnouncementChannel, ChannelName } from './announcement-channel.ts';
import type { AnnouncementRecord } from './announcement-record.ts';

/** Through which channels people heard, now or before, and which failed. */
export interface AnnouncementResult {
  readonly announced: readonly ChannelName[];
  readonly announcedBefore: readonly ChannelName[];
  readonly failed: readonly { readonly channel: ChannelName; readonly cause: unknown }[];
}

/**
 * Tells people through every channel. No channel waits for another, and one that has taken the message is left out when
 * the event comes again. A crash between the two tells twice rather than never.
 */
export async function announceThrough<Message>(
  channels: readonly AnnouncementChannel<Message>[],
  message: Message,
  { eventId, record }: { readonly eventId: string; readonly record: AnnouncementRecord },
): Promise<AnnouncementResult> {
  const heard = await record.heardThrough(eventId);
  const waiting = channels.filter(({ name }) => !heard.has(name));
  const attempts = await Promise.allSettled(
    waiting.map(async (channel) => {
      await channel.announce(message);
      await record.markHeard(eventId, channel.name);
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
