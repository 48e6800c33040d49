import type { DestinationListName } from '../../config/names.ts';
import { type Block, isStanding } from '../block.ts';
import type { Indicator } from '../indicator.ts';
import { decideRelease } from './decide-release.ts';
import type { ReleaseCause } from './release-order.ts';

/** Why a block stays although its release was asked for. */
export type KeptReason =
  | 'released-before'
  | 'not-ours'
  | 'not-of-this-request'
  | 'list-not-configured'
  | 'asked-for-again';

/** What a release would do, so that whoever asks can be told at once. */
export interface ReleasePlan {
  /** To be asked of the worker, by list: what ends, and what only loses a report. */
  readonly toRelease: ReadonlyMap<DestinationListName, readonly Indicator[]>;
  readonly released: readonly PlannedBlock[];
  /** Asked for by others too: the blocks stay. */
  readonly withdrawn: readonly PlannedBlock[];
  readonly kept: readonly (PlannedBlock & { readonly reason: KeptReason })[];
}

export interface PlannedBlock {
  readonly destinationList: DestinationListName;
  readonly indicator: Indicator;
}

/** Plans the release of blocks; pure. The worker decides once more, by what it then finds. */
export function planRelease(
  blocks: Iterable<Block>,
  cause: ReleaseCause,
  context: { isConfigured: (list: DestinationListName) => boolean; now: Date },
): ReleasePlan {
  const toRelease = new Map<DestinationListName, Indicator[]>();
  const released: PlannedBlock[] = [];
  const withdrawn: PlannedBlock[] = [];
  const kept: (PlannedBlock & { reason: KeptReason })[] = [];
  for (const block of blocks) {
    const { destinationList, indicator } = block;
    const planned = { destinationList, indicator };
    const decision = decideRelease(block, [cause], context.now);
    if (decision.kind === 'keep') {
      kept.push({ ...planned, reason: reasonToKeep(block, cause) });
      continue;
    }
    if (!context.isConfigured(destinationList)) {
      kept.push({ ...planned, reason: 'list-not-configured' });
      continue;
    }
    (decision.kind === 'release' ? released : withdrawn).push(planned);
    const ofList = toRelease.get(destinationList);
    if (ofList) ofList.push(indicator);
    else toRelease.set(destinationList, [indicator]);
  }
  return { toRelease, released, withdrawn, kept };
}

function reasonToKeep(block: Block, cause: ReleaseCause): KeptReason {
  if (!isStanding(block)) return 'released-before';
  if (block.addedBy !== 'us') return 'not-ours';
  return cause.kind === 'request-rolled-back' ? 'not-of-this-request' : 'asked-for-again';
}
