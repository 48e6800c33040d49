/** `ticket`: a comment on the ticket that asked for it. */
export const channelNames = ['email', 'chat', 'ticket'] as const;
export type ChannelName = (typeof channelNames)[number];

/** A way to reach people with messages of one kind. */
export interface AnnouncementChannel<Message> {
  readonly name: ChannelName;
  /** Resolves when the message was taken; throws when it was not, or when that is not known. */
  announce(announcement: Message): Promise<void>;
}
