import { counted } from '#shared/approvals/counted.ts';
import { type DecidedPart, isUntold } from '#shared/approvals/decide-held-parts.ts';
import type { PartDecision } from '#shared/approvals/decision.ts';
import { displayTime } from '#shared/approvals/display-time.ts';
import type { NonEmptyArray } from '#shared/non-empty.ts';
import { heldIndicators } from './held-indicators.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';

/** How the reader came to a decision that stands. */
export type DecidedBecause =
  /** They pressed the button, now or a moment ago. */
  | 'as-pressed'
  /** They opened a link that has been used. */
  | 'used-before'
  /** They pressed the other button. */
  | 'otherwise-before';

/** Who decided what, and when; nothing can be pressed any more. */
export function decidedPage(parts: NonEmptyArray<DecidedPart>, because: DecidedBecause): Page {
  const [{ decision }] = parts;
  const verdict = decision.decision === 'approve' ? 'Approved' : 'Rejected';
  return {
    statusCode: because === 'otherwise-before' ? 409 : 200,
    title: verdict,
    body: html`<p class="origin">SCC Automations</p>
<h1>${because === 'as-pressed' ? verdict : `Already decided: ${verdict.toLowerCase()}`}</h1>
${introductions[because]}
${decisionsIn(parts).map(decisionCard)}
<h2>What it was about</h2>
${heldIndicators(parts.flatMap(({ indicators }) => indicators))}`,
  };
}

/** The decision is kept and the worker does not know: the same button again mends it. */
export function notPassedOnPage(parts: NonEmptyArray<DecidedPart>, statusCode: number): Page {
  const [{ decision }] = parts;
  return {
    statusCode,
    title: 'Approved, but not passed on',
    body: html`<p class="origin">SCC Automations</p>
<h1>Approved, but not passed on yet</h1>
<p class="card alert" role="alert">The approval is recorded, but could not be handed to what blocks. <strong>Nothing is blocked yet.</strong> Press again: that passes it on, and changes nothing else.</p>
${decisionsIn(parts).map(decisionCard)}
<form method="post" class="card">
<input type="hidden" name="name" value="${decision.decidedBy.slice(0, 100)}">
<button class="approve" name="decision" value="approve">Pass the approval on</button>
</form>`,
  };
}

const introductions: Readonly<Record<DecidedBecause, Html | undefined>> = {
  'as-pressed': undefined,
  'used-before': html`<p>This link has been used. It decides nothing more.</p>`,
  'otherwise-before': html`<p class="card alert" role="alert">Somebody was faster, and the first decision stands. What you pressed changed nothing.</p>`,
};

interface DecisionOfParts {
  readonly decision: PartDecision;
  readonly indicators: number;
  readonly list: string;
  readonly next: string;
}

/** Mostly one; more where several people decided about parts of it. */
function decisionsIn(parts: readonly DecidedPart[]): DecisionOfParts[] {
  const groups = Map.groupBy(parts, ({ decision: { decision, decidedBy, through, decidedAt } }) =>
    [decision, decidedBy, through, decidedAt].join('\n'),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const indicators = group.reduce((sum, part) => sum + part.indicators.length, 0);
    const list = first.outcome.destinationList.name;
    return [{ decision: first.decision, indicators, list, next: whatComesNext(first) }];
  });
}

function whatComesNext(part: DecidedPart): string {
  if (part.decision.decision === 'reject') return 'Nothing of it is blocked.';
  if (isUntold(part)) return 'Not passed on, and not blocked.';
  return 'The worker blocks, proves and records it within a minute or so.';
}

function decisionCard({ decision, indicators, list, next }: DecisionOfParts): Html {
  const isApproved = decision.decision === 'approve';
  const what = counted(indicators, 'indicator', 'indicators');
  return html`<dl class="card">
<dt>Decision</dt><dd>${what} on ${list} ${isApproved ? 'approved' : 'rejected'}</dd>
<dt>By</dt><dd><bdi>${decision.decidedBy}</bdi> <span class="soft">${
    decision.through === 'link' ? '(as they named themselves here)' : '(operator, over the route with IAM)'
  }</span></dd>
<dt>When</dt><dd>${displayTime(new Date(decision.decidedAt))}</dd>
<dt>Now</dt><dd>${next} Ask with <code>GET /requests/${decision.requestId}</code></dd>
</dl>`;
}
