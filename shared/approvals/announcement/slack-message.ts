import { displayTime } from '../display-time.ts';
import type { Announcement } from './announcement.ts';
import { code, escapeSlack, section } from './slack-text.ts';

/**
 * The announcement for an incoming webhook of Slack. Values stand in code, `verbatim` keeps Slack from making links
 * and mentions of anything, and nothing is unfurled: that would fetch the page and show it in the channel.
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function slackMessage(announcement: Announcement): object {
  const { title, values, notNamed, reasons, facts, links, validUntil } = announcement;
  return {
    text: escapeSlack(title),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      section([
        `*${escapeSlack(title)}*`,
        ...values.map((value) => `• ${code(value)}`),
        ...(notNamed > 0 ? [`• and ${notNamed.toLocaleString('en-US')} more, on the page`] : []),
      ]),
      section([
        '*Why*',
        ...reasons.map(
          ({ reason, explanation, count }) =>
            `• ${count} × ${code(reason)}${explanation ? ` ${escapeSlack(explanation)}` : ''}`,
        ),
      ]),
      section(facts.map(({ label, text }) => `*${label}*: ${code(text)}`)),
      section([
        ...links.map((link) => `*<${link.href}|Look and decide>*`),
        `until ${displayTime(validUntil)}. Whoever has this link can decide.`,
      ]),
    ],
  };
}
