import type { Announcement } from './announcement.ts';

export type ChannelName = 'email' | 'chat';

/** A way to reach people. */
export interface AnnouncementChannel {
  readonly name: ChannelName;
  /** Resolves when the message was taken; throws when it was not, or when that is not known. */
  announce(announcement: Announcement): Promise<void>;
}
