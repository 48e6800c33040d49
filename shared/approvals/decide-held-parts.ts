import { RetryLater } from '../errors/retry-later.ts';
import type { EventPublisher } from '../events/event-publisher.ts';
import { chunksOf, isNonEmpty, type NonEmptyArray } from '../non-empty.ts';
import type { RequestId } from '../requests/request-id.ts';
import type { RequestReader } from '../requests/request-reader.ts';
import type { Clock } from '../time/clock.ts';
import { approvedCommand } from './approved-command.ts';
import type { Decider, DecisionKind, PartDecision } from './decision.ts';
import { type Decisions, mostPartsDecidedTogether } from './decisions.ts';
import { type HeldPart, heldParts, isStillWorkedOn } from './held-parts.ts';

/** A held part with what was decided about it. */
export interface DecidedPart extends HeldPart {
  readonly decision: PartDecision;
}

/** What a person wants done about the held indicators of a request. */
export interface WantedDecision extends Decider {
  readonly requestId: RequestId;
  /** Left out: all that are held now. */
  readonly parts?: readonly number[];
  readonly decision: DecisionKind;
}

/** What has come of it. */
export type DecisionResult =
  | { readonly kind: 'unknown-request' }
  | { readonly kind: 'nothing-held' }
  /** The worker has not finished the parts: ask again in a few seconds. */
  | { readonly kind: 'still-worked-on' }
  /** It is as wanted, by this call or by an earlier one; each part tells by whom. */
  | { readonly kind: 'stands'; readonly parts: NonEmptyArray<DecidedPart> }
  /** Recorded, but the worker has not been told: the same decision once more tells it. */
  | { readonly kind: 'not-passed-on'; readonly parts: NonEmptyArray<DecidedPart>; readonly cause: unknown }
  /** Somebody decided otherwise before; nothing was done. */
  | { readonly kind: 'decided-otherwise'; readonly parts: NonEmptyArray<DecidedPart> };

export interface DecisionPorts {
  readonly requests: RequestReader;
  readonly decisions: Decisions;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/** Each further try sees a decision that somebody else recorded meanwhile; there is one a part at most. */
const mostTries = 3;

/**
 * Decides about what is held. The first decision about a part stands:
 * 1. look at what is held and what is decided already,
 * 2. record the decision about the rest,
 * 3. tell the worker what is approved, also what an earlier try recorded and did not tell,
 * 4. note that it was told.
 * Repeating a decision changes nothing, and finishes one that was interrupted after any step.
 *
 * @throws RetryLater when other decisions about the same parts keep coming in between
 */
export async function decideHeldParts(wanted: WantedDecision, ports: DecisionPorts): Promise<DecisionResult> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const request = await ports.requests.read(wanted.requestId);
    if (!request) return { kind: 'unknown-request' };
    if (wanted.parts && isStillWorkedOn(request, wanted.parts)) return { kind: 'still-worked-on' };
    const held = heldParts(request, wanted.parts);
    if (held.length === 0) return { kind: 'nothing-held' };

    const recorded = await record(held, wanted, ports);
    if (recorded === 'contested') continue;
    const decided = [...held.filter(isDecided), ...recorded];
    const asWanted = decided.filter(({ decision }) => decision.decision === wanted.decision);
    if (isNonEmpty(asWanted)) return passOn(asWanted, ports);
    if (isNonEmpty(decided)) return { kind: 'decided-otherwise', parts: decided };
  }
  throw new RetryLater('Others are deciding about the same indicators at this moment.');
}

async function record(held: readonly HeldPart[], wanted: WantedDecision, ports: DecisionPorts) {
  const { requestId, decision, decidedBy, through } = wanted;
  const decidedAt = ports.clock.now().toISOString();
  const open = held
    .filter((part) => !isDecided(part))
    .map((part) => ({
      ...part,
      decision: { requestId, part: part.outcome.part, decision, decidedBy, through, decidedAt },
    }));
  for (const chunk of chunksOf(open, mostPartsDecidedTogether)) {
    const [first, ...rest] = chunk;
    const rows = [first.decision, ...rest.map((part) => part.decision)] as const;
    if ((await ports.decisions.record(rows)) === 'contested') return 'contested';
  }
  return open;
}

async function passOn(parts: NonEmptyArray<DecidedPart>, ports: DecisionPorts): Promise<DecisionResult> {
  const untold = parts.filter(isUntold);
  if (!isNonEmpty(untold)) return { kind: 'stands', parts };
  const [first, ...rest] = untold;
  const publishedAt = ports.clock.now();
  try {
    await ports.events.publish([approvedCommand(first), ...rest.map(approvedCommand)]);
    await ports.decisions.markPublished(
      first.outcome.requestId,
      [first.outcome.part, ...rest.map(({ outcome }) => outcome.part)],
      publishedAt,
    );
  } catch (cause) {
    return { kind: 'not-passed-on', parts, cause };
  }
  const [firstPart, ...otherParts] = parts;
  return {
    kind: 'stands',
    parts: [told(firstPart, publishedAt), ...otherParts.map((part) => told(part, publishedAt))],
  };
}

function told(part: DecidedPart, at: Date): DecidedPart {
  const { decision } = part;
  if (decision.decision === 'reject' || decision.publishedAt !== undefined) return part;
  return { ...part, decision: { ...decision, publishedAt: at.toISOString() } };
}

export function isDecided(part: HeldPart): part is DecidedPart {
  return part.decision !== undefined;
}

/** Approved, and the worker does not know yet. */
export function isUntold({ decision }: DecidedPart): boolean {
  return decision.decision === 'approve' && decision.publishedAt === undefined;
}
