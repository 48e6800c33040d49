import type { IdentityLookUp } from '../blast-radius/look-up-identities.ts';
import type { NewBlockBudget } from '../blast-radius/new-block-budget.ts';
import type { ReleasedBlock } from '../block.ts';
import { indicatorKey } from '../indicator.ts';
import { type AskedIndicator, entitledAskers } from './asked-indicators.ts';
import type { BlockCommand } from './block-command.ts';
import type { Hold } from './fate.ts';

/** An indicator that is to be posted, for the command that brings it onto the list. */
export interface WantedBlock extends AskedIndicator {
  readonly owner: BlockCommand;
}

/** What becomes of an indicator that does not stand on the list. */
type Verdict =
  | { readonly kind: 'post'; readonly owner: BlockCommand }
  | { readonly kind: 'hold'; readonly hold: Hold }
  /** Who would be touched is not known yet. */
  | { readonly kind: 'postpone' };

/** What is known when it is decided whether automation may block an indicator by itself. */
export interface HoldContext {
  readonly budget: NewBlockBudget;
  /** Blocks that were released, by indicator key. */
  readonly released: ReadonlyMap<string, readonly ReleasedBlock[]>;
  /** What the reports said, by indicator key; nothing about those that were not looked up. */
  readonly lookUps: ReadonlyMap<string, IdentityLookUp>;
  /** Held when more identities than this are touched. */
  readonly mostIdentities: number | undefined;
  readonly now: Date;
}

/** Indicators by what becomes of them. */
export interface HoldOrPost {
  readonly toPost: readonly WantedBlock[];
  /** By indicator key. */
  readonly held: ReadonlyMap<string, Hold>;
  /** Indicator keys. */
  readonly postponed: readonly string[];
}

/**
 * Decides about each indicator that does not stand on the list, in order of arrival, so that the budget goes to who
 * came first:
 *  1. What a person approved is posted.
 *  2. What a person took off the list is held for as long as its block would have lasted.
 *  3. What the guard holds for everybody who asks is held.
 *  4. What touches too many identities, or nobody knows how many, is held.
 *  5. What is above the limits of all who ask is held; the rest is posted.
 */
export function holdOrPost(asked: Iterable<AskedIndicator>, context: HoldContext): HoldOrPost {
  const toPost: WantedBlock[] = [];
  const held = new Map<string, Hold>();
  const postponed: string[] = [];
  for (const each of asked) {
    const key = indicatorKey(each.indicator);
    const verdict = verdictOn(each, key, context);
    if (verdict.kind === 'hold') held.set(key, verdict.hold);
    else if (verdict.kind === 'postpone') postponed.push(key);
    else {
      context.budget.take(verdict.owner);
      toPost.push({ ...each, owner: verdict.owner });
    }
  }
  return { toPost, held, postponed };
}

function verdictOn(asked: AskedIndicator, key: string, context: HoldContext): Verdict {
  const approved = asked.askers.find(({ approvedBy }) => approvedBy !== undefined);
  if (approved) return { kind: 'post', owner: approved };

  const releasedByPerson = context.released.get(key)?.find((block) => isRespected(block, context.now));
  if (releasedByPerson) return { kind: 'hold', hold: releasedByAPerson(releasedByPerson) };

  const askers = entitledAskers(asked);
  const [first] = askers;
  if (!first) return { kind: 'hold', hold: asked.askers[0].holds.get(key) ?? { reason: 'held-by-guard' } };

  const lookUp = context.lookUps.get(key);
  if (lookUp?.kind === 'postponed') return { kind: 'postpone' };
  const objection = lookUp && objectionOf(lookUp, context.mostIdentities);
  if (objection) return { kind: 'hold', hold: objection };

  const { budget } = context;
  const owner = askers.find((asker) => !budget.limitReached(asker));
  if (owner) return { kind: 'post', owner };
  const identities = lookUp?.kind === 'counted' ? lookUp.identities : undefined;
  const limit = budget.limitReached(first) ?? { reason: 'above-request-limit' };
  return { kind: 'hold', hold: { ...limit, touchedIdentities: identities } };
}

/** Whether a person took the block off the list, and it would have lasted until now. */
function isRespected({ because, leaseUntil }: ReleasedBlock, now: Date): boolean {
  const isByPerson = because === 'released-by-operator' || because === 'removed-by-hand';
  return isByPerson && leaseUntil !== undefined && now < new Date(leaseUntil);
}

function releasedByAPerson({ because, releasedBy, releasedAt, leaseUntil }: ReleasedBlock): Hold {
  const how = because === 'removed-by-hand' ? 'removed from the list by hand' : 'released';
  const who = releasedBy === undefined ? '' : ` by ${releasedBy}`;
  return {
    reason: 'released-by-a-person',
    explanation: `At ${releasedAt}, before the block would have ended at ${leaseUntil}: ${how}${who}.`,
  };
}

function objectionOf(lookUp: IdentityLookUp, most: number | undefined): Hold | undefined {
  if (lookUp.kind !== 'counted') {
    const explanation = 'The reports could not be read, so nobody knows who would be touched.';
    return { reason: 'reports-unavailable', explanation };
  }
  const { identities } = lookUp;
  if (identities === undefined || most === undefined || identities <= most) return undefined;
  return {
    reason: 'touches-too-many-identities',
    explanation: `At least ${identities} identities used it in the last 7 days; ${most} may be touched without asking.`,
    touchedIdentities: identities,
  };
}
