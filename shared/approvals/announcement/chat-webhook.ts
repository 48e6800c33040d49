import { z } from 'zod';
import type { ApprovalSettings } from '../../config/approvals.ts';
import { outgoingUrlSchema } from '../../config/outgoing-url.ts';
import type { SecretReader } from '../../credentials/secret-reader.ts';
import { failureCode } from '../../errors/failure-code.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { AnnouncementChannel } from './announcement-channel.ts';

/** The stored form of the chat's incoming webhook: its URL is all that it takes to post there. */
export const chatWebhookSchema = z.object({ url: outgoingUrlSchema.max(2_000) });

type Chat = NonNullable<ApprovalSettings['chat']>;

/**
 * A channel of Slack or Teams, through its incoming webhook.
 * @throws ConfigurationProblem when the secret with the webhook's URL has no value or another form
 * @throws RetryLater when the message was not taken; the URL is in no error
 */
export function chatWebhookChannel<Message>(options: {
  readonly chat: Chat;
  /** The message in the form of each chat. */
  readonly forms: Readonly<Record<Chat, (announcement: Message) => object>>;
  readonly secrets: SecretReader;
  readonly secretName: string;
  readonly timeLimitMilliseconds: number;
}): AnnouncementChannel<Message> {
  const { chat, forms, secrets, secretName, timeLimitMilliseconds } = options;
  return {
    name: 'chat',
    async announce(announcement) {
      const { value } = await secrets.read(secretName, chatWebhookSchema);
      const problem = await post(value.url, forms[chat](announcement), timeLimitMilliseconds);
      if (problem === undefined) return;
      throw new RetryLater(
        `The webhook of the ${chat} channel did not take the message: ${problem}. Look whether the channel and its webhook still exist, and store a new URL in the secret ${secretName}.`,
      );
    },
  };
}

/** @returns what went wrong, in words that hold no part of the URL. */
async function post(
  url: string,
  message: object,
  timeLimitMilliseconds: number,
): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMilliseconds),
    });
    await answer.body?.cancel();
    return answer.ok ? undefined : `it answered with HTTP ${answer.status}`;
  } catch (error) {
    return `it did not answer (${failureCode(error)})`;
  }
}
