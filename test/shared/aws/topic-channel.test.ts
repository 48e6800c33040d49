import { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { type Announcement, announcementOf } from '#shared/approvals/announcement/announcement.ts';
import { emailMessage } from '#shared/approvals/announcement/email-message.ts';
import { topicChannel } from '#shared/aws/topic-channel.ts';
import { stageNameSchema } from '#shared/config/names.ts';
import { approvalEvent } from '../approvals/announcement/approval-event.ts';
import { answer, type Reaction, startHttpTestServer } from '../cisco/http-test-server.ts';

const topicArn = 'arn:aws:sns:eu-central-1:123456789012:approvals';
const announcement = announcementOf(approvalEvent(), {
  links: [new URL('https://api.example/approvals/1.abc')],
  validUntil: new Date('2026-12-02T03:58:09Z'),
});

async function channelAt(reaction: Reaction) {
  const server = await startHttpTestServer(() => reaction);
  const client = new SNSClient({
    endpoint: server.url.href,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  const form = (message: Announcement) => emailMessage(message, stageNameSchema.parse('prod'));
  return { server, channel: topicChannel({ client, topicArn, form }) };
}

describe('the approvals topic', () => {
  it('gets the message once, with a subject', async () => {
    const { server, channel } = await channelAt(
      answer(
        200,
        '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
        {
          'content-type': 'text/xml',
        },
      ),
    );
    await channel.announce(announcement);
    expect(server.calls).toHaveLength(1);
    const sent = new URLSearchParams(server.calls[0]?.body);
    expect(sent.get('TopicArn')).toBe(topicArn);
    expect(sent.get('Subject')).toBe('SCC Automations (prod): 1 indicator waits for approval on soc-block');
    expect(sent.get('Message')).toContain('https://api.example/approvals/1.abc');
  });

  it('that refuses is no message sent', async () => {
    const { channel } = await channelAt(
      answer(403, '<ErrorResponse><Error><Code>AuthorizationError</Code></Error></ErrorResponse>'),
    );
    await expect(channel.announce(announcement)).rejects.toThrow();
  });
});
