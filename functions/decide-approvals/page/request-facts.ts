import { counted } from '#shared/approvals/counted.ts';
import { displayTime } from '#shared/approvals/display-time.ts';
import type { HeldPart } from '#shared/approvals/held-parts.ts';
import type { NonEmptyArray } from '#shared/non-empty.ts';
import { type Html, html } from './html.ts';

/** Who asked for it, and what else helps to judge. All parts are of one request, for one list. */
export function requestFacts([first, ...rest]: NonEmptyArray<HeldPart>, expiresAt: Date): Html {
  const { source, connection, ticket, link, severity, confidence, receivedAt, organisation, requestId } =
    first.outcome;
  const sure = confidence === undefined ? undefined : `${confidence} % sure`;
  return html`<dl class="card">
${fact('Asked by', [source, connection && `through ${connection}`].filter(isText).join(', ') || 'a workload that did not name itself')}
${fact('Ticket', ticket)}
${fact('Would touch', touched([first, ...rest]))}
${fact('Severity', [severity, sure].filter(isText).join(', '))}
${fact("Sender's page", link && senderPage(link))}
${fact('Received', displayTime(new Date(receivedAt)))}
${fact('List', `${first.outcome.destinationList.name} in ${organisation}`)}
${fact('Request', html`<code>${requestId}</code>`)}
${fact('Link works until', displayTime(expiresAt))}
</dl>`;
}

function fact(label: string, text: string | Html | undefined): Html | undefined {
  return text === undefined || text === '' ? undefined : html`<dt>${label}</dt><dd><bdi>${text}</bdi></dd>\n`;
}

/** Only https can be clicked: the sender chose the address. */
function senderPage(link: string): string | Html {
  if (URL.parse(link)?.protocol !== 'https:') return link;
  return html`<a href="${link}" target="_blank" rel="noopener noreferrer nofollow external">${link}</a>`;
}

function touched(parts: readonly HeldPart[]): string {
  const counts = parts.flatMap(({ indicators }) =>
    indicators.flatMap(({ touchedIdentities }) => touchedIdentities ?? []),
  );
  if (counts.length === 0) return 'not known: the reports did not tell';
  const most = counted(Math.max(...counts), 'identity', 'identities');
  return counts.length === 1
    ? `${most}, by use in 7 days`
    : `up to ${most} for one of them, by use in 7 days`;
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
