import { counted } from '#shared/approvals/counted.ts';
import { displayTime } from '#shared/approvals/display-time.ts';
import type { HeldIndicator } from '#shared/approvals/held-parts.ts';
import { type Html, html } from './html.ts';

/** Enough for a person to judge; the request's own record has all. */
export const mostIndicatorsShown = 200;

interface ShownIndicator extends HeldIndicator {
  /** When the block would end if it were approved now; left out where that is no question any more. */
  readonly wouldLastUntil?: Date;
}

/** What is held, by reason, the first 200 of them. */
export function heldIndicators(indicators: readonly ShownIndicator[]): Html {
  const groups = [...Map.groupBy(indicators.slice(0, mostIndicatorsShown), ({ reason }) => reason)];
  const notShown = indicators.length - mostIndicatorsShown;
  return html`${groups.map(([reason, held]) => reasonGroup(reason, held))}
${notShown > 0 ? html`<p class="card">The first ${mostIndicatorsShown} of ${indicators.length.toLocaleString('en-US')} are shown. <strong>The decision is about all of them.</strong></p>` : undefined}`;
}

function reasonGroup(reason: string, held: readonly ShownIndicator[]): Html {
  const explanations = new Set(held.map(({ explanation }) => explanation));
  const [shared] = explanations.size === 1 ? explanations : [];
  return html`<section class="card">
<h3>${inWords(reason)} <span class="soft">(${held.length})</span></h3>
${shared === undefined ? undefined : html`<p>${shared}</p>`}
<ul>${held.map((indicator) => row(indicator, shared === undefined))}</ul>
</section>`;
}

function row(indicator: ShownIndicator, isExplained: boolean): Html {
  const { value, type, explanation, touchedIdentities, wouldLastUntil } = indicator;
  return html`<li><code class="value"><bdi>${value}</bdi></code>
${isExplained && explanation !== undefined ? html`<div>${explanation}</div>` : undefined}
<div class="small soft">${type}${touched(touchedIdentities)}${wouldLastUntil && `, would be blocked until ${displayTime(wouldLastUntil)}`}</div></li>
`;
}

function touched(count: number | undefined): Html | undefined {
  if (count === undefined) return undefined;
  return html`, <span class="touched">used by ${counted(count, 'identity', 'identities')} in 7 days</span>`;
}

/** `over-the-cap` → `Over the cap`. */
function inWords(reason: string): string {
  const words = reason.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
