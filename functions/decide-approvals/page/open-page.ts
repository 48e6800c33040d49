import { counted } from '#shared/approvals/counted.ts';
import { displayTime } from '#shared/approvals/display-time.ts';
import type { HeldIndicator, HeldPart } from '#shared/approvals/held-parts.ts';
import type { NonEmptyArray } from '#shared/non-empty.ts';
import { longestPageName } from '../decision-form.ts';
import { heldIndicators } from './held-indicators.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';
import { requestFacts } from './request-facts.ts';

/** An indicator with when the block would end if it were approved now. */
export interface OpenIndicator extends HeldIndicator {
  readonly wouldLastUntil: Date;
}

/** What a person needs to decide. */
export interface OpenQuestion {
  /** What nobody has decided about. */
  readonly parts: NonEmptyArray<HeldPart>;
  readonly indicators: NonEmptyArray<OpenIndicator>;
  readonly expiresAt: Date;
  /** How many of the link's indicators somebody has decided about already. */
  readonly decidedBefore: number;
  /** What was wrong with the form that was sent. */
  readonly formProblem?: string;
}

/** The page that asks. */
export function openPage({ parts, indicators, expiresAt, decidedBefore, formProblem }: OpenQuestion): Page {
  const { destinationList } = parts[0].outcome;
  const what = counted(indicators.length, 'indicator', 'indicators');
  return {
    statusCode: formProblem === undefined ? 200 : 422,
    title: `Block ${what}?`,
    body: html`<p class="origin">SCC Automations</p>
<h1>Block ${what} on ${destinationList.name}?</h1>
<p>Held, and not blocked until a person says so. ${
      decidedBefore > 0
        ? `${counted(decidedBefore, 'other has', 'others have')} been decided about already.`
        : undefined
    } <a href="#decision">Go to the decision</a></p>
${requestFacts(parts, expiresAt)}
<h2>What is held, and why</h2>
${heldIndicators(indicators)}
<h2 id="decision">Your decision</h2>
${formProblem === undefined ? undefined : html`<p class="card alert" role="alert">Nothing was decided: ${formProblem}</p>`}
<form method="post" class="card">
${decisionForm({ what, list: destinationList.name, indicators })}
</form>`,
  };
}

function decisionForm({
  what,
  list,
  indicators,
}: {
  what: string;
  list: string;
  indicators: NonEmptyArray<OpenIndicator>;
}): Html {
  const words = indicators.length === 1 ? wordsForOne : wordsForMany(indicators.length);
  // The return key presses a form's first button. That one does nothing, so nobody approves by typing a name.
  return html`<button type="submit" disabled hidden></button>
<label for="name">Your name</label>
<input id="name" name="name" type="text" required maxlength="${longestPageName}" autocomplete="name" aria-describedby="name-use">
<div id="name-use" class="hint small soft">Kept with the decision, and shown to whoever asks about this request.</div>
<div class="choices">
<div>
<button class="approve" name="decision" value="approve" aria-describedby="approve-means">Approve: block ${what}</button>
<p id="approve-means" class="small">Blocks ${words.all} on ${list} within a minute or so, over the guard's hold and the caps, ${lasting(indicators)}. An operator can undo it by rolling the request back.</p>
</div>
<div>
<button name="decision" value="reject" aria-describedby="reject-means">Reject: leave unblocked</button>
<p id="reject-means" class="small">Blocks ${words.none}. The request shows who rejected ${words.them}. Asked for by another request, ${words.theyAre} held again.</p>
</div>
</div>`;
}

const wordsForOne = { all: 'it', none: 'nothing', them: 'it', theyAre: 'it is' };

function wordsForMany(count: number): typeof wordsForOne {
  const all = `all ${count.toLocaleString('en-US')}`;
  return { all, none: 'none of them', them: 'them', theyAre: 'they are' };
}

function lasting(indicators: NonEmptyArray<OpenIndicator>): string {
  const ends = indicators.map(({ wouldLastUntil }) => wouldLastUntil.getTime());
  const [first] = ends;
  return new Set(ends).size === 1 && first !== undefined
    ? `until ${displayTime(new Date(first))}, or longer if reported again`
    : 'until the time beside each, or longer if reported again';
}
