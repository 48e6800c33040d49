import {
  type DecisionPorts,
  type DecisionResult,
  decideHeldParts,
  isDecided,
  isUntold,
} from '#shared/approvals/decide-held-parts.ts';
import type { HeldIndicator, HeldPart } from '#shared/approvals/held-parts.ts';
import { type LinkReview, type ReviewPorts, reviewLink } from '#shared/approvals/review-link.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { readDecisionForm } from './decision-form.ts';
import { decidedPage, notPassedOnPage } from './page/decided-page.ts';
import {
  expiredLinkPage,
  failurePage,
  invalidLinkPage,
  stillWorkedOnPage,
  wrongMethodPage,
} from './page/notice-pages.ts';
import { openPage } from './page/open-page.ts';
import type { Page } from './page/page.ts';

export interface PagePorts extends ReviewPorts, DecisionPorts {
  /** When the block would end if it were approved now. */
  readonly wouldLastUntil: (part: HeldPart, indicator: HeldIndicator, now: Date) => Date;
  /** Hears of a decision that was taken here. */
  readonly onDecision: (result: Extract<DecisionResult, { kind: 'stands' | 'not-passed-on' }>) => void;
  /** Hears of what went wrong: the page does not tell it. */
  readonly onFailure: (error: unknown) => void;
}

type HeldReview = Extract<LinkReview, { kind: 'held' }>;

/** Answers whoever holds a link. Only POST decides: programs that look at links for people send GET and HEAD. */
export async function answerPage(request: HttpRequest, token: string, ports: PagePorts): Promise<Page> {
  try {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return wrongMethodPage;
    const review = await reviewLink(token, ports);
    switch (review.kind) {
      case 'invalid':
        return invalidLinkPage;
      case 'expired':
        return expiredLinkPage;
      case 'still-worked-on':
        return stillWorkedOnPage;
      case 'held':
        return method === 'POST' ? await decide(request, review, ports) : showReview(review, ports);
    }
  } catch (error) {
    ports.onFailure(error);
    return failurePage(request.apiRequestId);
  }
}

/** The question where something is open, else what was decided. */
function showReview({ link, parts }: HeldReview, ports: PagePorts, formProblem?: string): Page {
  const decided = parts.filter(isDecided);
  const open = parts.filter((part) => !isDecided(part));
  const now = ports.clock.now();
  const indicators = open.flatMap((part) =>
    part.indicators.map((indicator) => ({
      ...indicator,
      wouldLastUntil: ports.wouldLastUntil(part, indicator, now),
    })),
  );
  if (isNonEmpty(open) && isNonEmpty(indicators)) {
    return openPage({
      parts: open,
      indicators,
      expiresAt: link.expiresAt,
      decidedBefore: decided.reduce((sum, part) => sum + part.indicators.length, 0),
      ...(formProblem !== undefined && { formProblem }),
    });
  }
  const untold = decided.filter(isUntold);
  if (isNonEmpty(untold)) return notPassedOnPage(untold, 200);
  return isNonEmpty(decided) ? decidedPage(decided, 'used-before') : invalidLinkPage;
}

async function decide(request: HttpRequest, review: HeldReview, ports: PagePorts): Promise<Page> {
  const form = readDecisionForm(request);
  if (typeof form === 'string') return showReview(review, ports, form);
  const { requestId, parts } = review.link;
  const isUsed = review.parts.every((part) => isDecided(part) && !isUntold(part));
  const result = await decideHeldParts(
    { requestId, parts, decision: form.decision, decidedBy: form.name, through: 'link' },
    ports,
  );
  switch (result.kind) {
    case 'stands':
      if (!isUsed) ports.onDecision(result);
      return decidedPage(result.parts, isUsed ? 'used-before' : 'as-pressed');
    case 'not-passed-on':
      ports.onDecision(result);
      return notPassedOnPage(result.parts, 503);
    case 'decided-otherwise':
      return decidedPage(result.parts, 'otherwise-before');
    case 'still-worked-on':
      return stillWorkedOnPage;
    case 'unknown-request':
    case 'nothing-held':
      return invalidLinkPage;
  }
}
