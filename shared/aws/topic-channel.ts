import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { AnnouncementChannel } from '../approvals/announcement/announcement-channel.ts';
import type { EmailMessage } from '../approvals/announcement/email-message.ts';

/** SNS with time limits of one attempt, in milliseconds: the SDK's own default waits for ever. */
export const topicClient = () =>
  new SNSClient({ requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 } });

/** The approvals topic: by e-mail to who subscribed, and to whatever else a customer subscribes to it. */
export function topicChannel<Message>(options: {
  client: SNSClient;
  topicArn: string;
  form: (announcement: Message) => EmailMessage;
}): AnnouncementChannel<Message> {
  const { client, topicArn, form } = options;
  return {
    name: 'email',
    async announce(announcement) {
      const { subject, text } = form(announcement);
      await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
    },
  };
}
