/** Slack takes 3,000 characters in a section. */
const longestSection = 2_900;

/** Lines of Slack's own markup as one block; what does not fit is left out. */
export function section(lines: readonly string[]) {
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

/** @see https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text in which Slack reads no markup. A back quote would end it. */
export function code(text: string): string {
  return `\`${escapeSlack(text.replaceAll('`', "'"))}\``;
}
