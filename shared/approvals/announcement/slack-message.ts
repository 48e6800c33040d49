import { displayTime } from '../display-time.ts';
import type { Announcement } from './announcement.ts';

/** Slack takes 3,000 characters in a section. */
const longestSection = 2_900;

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

function section(lines: readonly string[]) {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: fitting(lines).join('\n'), verbatim: true },
  };
}

/** As many whole lines as a section takes: half a line could end within an escaped character. */
function fitting(lines: readonly string[]): string[] {
  let length = 0;
  return lines.filter((line) => {
    length += line.length + 1;
    return length <= longestSection;
  });
}

function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A back quote would end the code. */
function code(text: string): string {
  return `\`${escapeSlack(text.replaceAll('`', "'"))}\``;
}
