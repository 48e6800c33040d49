import { describe, expect, it } from 'vitest';
import { announcementOf } from '#shared/approvals/announcement/announcement.ts';
import { chatWebhookChannel, chatWebhookSchema } from '#shared/approvals/announcement/chat-webhook.ts';
import { slackMessage } from '#shared/approvals/announcement/slack-message.ts';
import { teamsMessage } from '#shared/approvals/announcement/teams-message.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { answer, startHttpTestServer, unusedUrl } from '../../cisco/http-test-server.ts';
import { approvalEvent } from './approval-event.ts';

const announcement = announcementOf(approvalEvent(), {
  links: [new URL('https://api.example/approvals/1.abc')],
  validUntil: new Date('2026-12-02T03:58:09Z'),
});

function channelAt(url: URL, chat: 'slack' | 'teams' = 'slack', timeLimitMilliseconds = 10_000) {
  return chatWebhookChannel({
    chat,
    forms: { slack: slackMessage, teams: teamsMessage },
    secretName: 'chat-webhook',
    secrets: { read: async (_name, schema) => ({ value: schema.parse({ url: url.href }), versionId: 'v1' }) },
    timeLimitMilliseconds,
  });
}

describe('the channel of a chat', () => {
  it.each([
    ['slack', 'blocks'],
    ['teams', 'attachments'],
  ] as const)('posts the message of %s to its webhook', async (chat, member) => {
    const server = await startHttpTestServer(() => answer(202, 'ok'));
    await channelAt(new URL('/hooks/secret', server.url), chat).announce(announcement);
    expect(server.calls).toMatchObject([{ method: 'POST', path: '/hooks/secret' }]);
    expect(JSON.parse(server.calls[0]?.body ?? '')).toHaveProperty(member);
  });

  it.each([
    ['refuses', answer(404, 'no_service'), 'HTTP 404'],
    ['sends elsewhere', answer(302, '', { location: 'https://evil.example' }), 'HTTP 302'],
    ['never answers', { kind: 'hang' }, 'TimeoutError'],
    ['cuts the connection', { kind: 'cut' }, 'it did not answer'],
  ] as const)('that %s is told without the URL, which is a secret', async (_what, reaction, told) => {
    const server = await startHttpTestServer(() => reaction);
    const timeLimitMilliseconds = reaction.kind === 'hang' ? 100 : undefined;
    const failure = await channelAt(new URL('/hooks/secret', server.url), 'slack', timeLimitMilliseconds)
      .announce(announcement)
      .catch((error) => error);
    expect(failure).toBeInstanceOf(RetryLater);
    expect(failure.message).toContain(told);
    expect(`${failure.stack}${failure.cause}`).not.toContain('hooks/secret');
  });

  it('that nobody listens for is told as well', async () => {
    await expect(channelAt(await unusedUrl()).announce(announcement)).rejects.toThrow('ECONNREFUSED');
  });

  it.each([
    ['https://hooks.slack.example/services/T/B/x', true],
    ['http://127.0.0.1:8080/hook', true],
    ['http://hooks.slack.example/services/T/B/x', false],
    ['http://localhost.evil.example/', false],
    ['ftp://hooks.example/', false],
    ['hooks.slack.example', false],
  ])('is configured with %s: %s', (url, isTaken) => {
    expect(chatWebhookSchema.safeParse({ url }).success).toBe(isTaken);
  });
});
