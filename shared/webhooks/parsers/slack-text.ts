/** `<https://bad.example|bad.example>`, `<@U123>`, `<!here>`: what Slack makes of links and mentions. */
const marked = /<([^<>|\s]+)(?:\|([^<>]*))?>/g;

const entities: readonly (readonly [written: RegExp, meaning: string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
];

/**
 * A message as it was typed. Slack turns `bad.example` into a link to `http://bad.example`; the name that was typed
 * is the label of that link and is taken, since the link would be another indicator. Other labels hide where a
 * link leads, so there the link counts.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function plainSlackText(text: string): string {
  const unmarked = text.replace(marked, (_, target: string, label?: string) => {
    if (/^[@#!]/.test(target)) return ' ';
    return label !== undefined && isOfSlacksMaking(target, label) ? label : target.replace(/^mailto:/, '');
  });
  return entities.reduce((plain, [written, meaning]) => plain.replace(written, meaning), unmarked);
}

function isOfSlacksMaking(target: string, label: string): boolean {
  return target === `http://${label}` || target === `https://${label}` || target === `http://${label}/`;
}
