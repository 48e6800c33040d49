import type { ChannelName } from './announcement-channel.ts';

/** Remembers who has heard, so that a repeat of an event tells nobody twice. */
export interface AnnouncementRecord {
  /** The channels that have taken the announcement of this event. */
  heardThrough(eventId: string): Promise<ReadonlySet<ChannelName>>;
  markHeard(eventId: string, channel: ChannelName): Promise<void>;
}
