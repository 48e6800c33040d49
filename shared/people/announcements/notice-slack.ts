import { code, escapeSlack, section } from '../../approvals/announcement/slack-text.ts';
import type { Notice } from './notice.ts';
import { notShownText } from './notice-text.ts';

/**
 * A notice for an incoming webhook of Slack; `verbatim` sections make no links and mentions of anything.
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export function noticeSlack({ title, lines, notShown, facts, nextSteps }: Notice): object {
  return {
    text: escapeSlack(title),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      section([
        `*${escapeSlack(title)}*`,
        ...lines.map((line) => `• ${code(line)}`),
        ...(notShown > 0 ? [`• ${notShownText(notShown)}`] : []),
      ]),
      section(facts.map(({ label, text }) => `*${label}*: ${code(text)}`)),
      ...(nextSteps.length > 0 ? [section(nextSteps.map(escapeSlack))] : []),
    ],
  };
}
