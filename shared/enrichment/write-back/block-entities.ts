import { createHash } from 'node:crypto';
import { plainLine } from '../../approvals/plain-line.ts';
import { type EnrichableIndicator, isEnrichable, observableOf } from '../../cisco/xdr/observable.ts';
import { externalId } from '../../cisco/xdr/private-intelligence/external-id.ts';
import type { WrittenJudgement } from '../../cisco/xdr/private-intelligence/judgement-body.ts';
import type { WrittenSighting } from '../../cisco/xdr/private-intelligence/sighting-body.ts';
import { type Block, isStanding } from '../../iocs/block.ts';
import { defang } from '../../iocs/defang.ts';
import { type Indicator, indicatorKey } from '../../iocs/indicator.ts';
import { intelligenceSource } from '../imports/intelligence-source.ts';
import type { ListedIndicator } from './write-back-command.ts';

/** A title takes 1,024 characters, a URL has up to 2,048. */
const longestTitledValue = 300;

/** A block that is enforced because of us, and so is told to XDR. */
export interface EnforcedBlock {
  readonly indicator: EnrichableIndicator;
  readonly list: ListedIndicator['list'];
  /** When it was first asked for: tells a block that begins anew from the one before. */
  readonly firstSeenAt: string;
  readonly verifiedAt: Date;
  readonly leaseUntil: string;
  /** Who asked for it last, in words for people. */
  readonly askedBy: string;
}

/**
 * The block as XDR is told of it. `undefined` for what is not enforced now, not ours, without an end, or of a type that
 * XDR does not know.
 */
export function enforcedBlock(
  block: Block | undefined,
  { list }: ListedIndicator,
  now: Date,
): EnforcedBlock | undefined {
  if (!block || !isStanding(block) || block.status !== 'enforced' || block.addedBy !== 'us') return undefined;
  const { indicator, firstSeenAt, verifiedAt, leaseUntil, requestId, reports } = block;
  if (leaseUntil === undefined || new Date(leaseUntil) <= now || !isEnrichable(indicator)) return undefined;
  const report = reports.at(-1);
  const sender = report?.source ?? report?.connection ?? 'an AWS workload';
  const ticket = report?.ticket === undefined ? '' : `, ticket ${report.ticket}`;
  return {
    indicator,
    list,
    firstSeenAt,
    verifiedAt: new Date(verifiedAt),
    leaseUntil,
    askedBy: plainLine(`${sender}${ticket}, request ${report?.requestId ?? requestId}`, 300),
  };
}

/**
 * An external id that all judgements about an indicator on a list share, however long each holds: by it they are found
 * when the block ends. It has another prefix than ours, since an import would take them for one.
 */
export function blockMark({ id }: ListedIndicator['list'], indicator: Indicator): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([id, indicatorKey(indicator)]))
    .digest('hex');
  return `block-of-scc-automations-${digest}`;
}

/** That the indicator is malicious, for as long as the block lasts. A longer lease makes one more. */
export function judgementOf(block: EnforcedBlock): WrittenJudgement {
  const { indicator, list, verifiedAt, leaseUntil, askedBy } = block;
  return {
    ...common,
    externalId: externalId('judgement', reasonsOf(block)),
    furtherExternalIds: [blockMark(list, indicator)],
    observable: observableOf(indicator),
    disposition: 'malicious',
    reason: `Blocked in Cisco Secure Access by the destination list ${list.name} until ${leaseUntil}, as asked for by ${askedBy}.`,
    validFrom: verifiedAt,
    validUntil: new Date(leaseUntil),
  };
}

/** That the indicator was met: somebody asked for its block. */
export function sightingOf(block: EnforcedBlock): WrittenSighting {
  const { indicator, list, verifiedAt, askedBy } = block;
  return {
    ...common,
    externalId: externalId('sighting', reasonsOf(block)),
    title: `${plainLine(defang(indicator), longestTitledValue)} is blocked in Cisco Secure Access`,
    description: `By the destination list ${list.name}, as asked for by ${askedBy}.`,
    observables: [observableOf(indicator)],
    observedAt: verifiedAt,
  };
}

const common = {
  source: intelligenceSource,
  severity: 'High',
  // A sender vouches for it; we have not examined it.
  confidence: 'Medium',
  trafficLight: 'amber',
} as const;

function reasonsOf({ indicator, list, firstSeenAt, leaseUntil }: EnforcedBlock): [string, ...string[]] {
  return ['block', String(list.id ?? list.name), indicatorKey(indicator), firstSeenAt, leaseUntil];
}
