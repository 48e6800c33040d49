import type { DestinationListName } from '../../config/names.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import { type Block, type BlockReport, isStanding, mostChangesKept, type StandingBlock } from '../block.ts';
import { indicatorKey } from '../indicator.ts';
import { effectOf, enforcementOfEntry } from './effect.ts';
import type { EntryComment } from './entry-comment.ts';
import type { Landed } from './landing.ts';
import type { ListState } from './list-state.ts';

interface LandingContext {
  readonly list: DestinationListName;
  readonly state: ListState;
  /** What the ledger knows of the entries on this list, by indicator key. */
  readonly former: ReadonlyMap<string, Block>;
  readonly now: Date;
}

/** The blocks that entries have become; pure. */
export function landedBlocks(
  landed: readonly Landed[],
  { former, ...context }: LandingContext,
): StandingBlock[] {
  return landed.map((each) =>
    landedBlock(each, { ...context, former: former.get(indicatorKey(each.entry.indicator)) }),
  );
}

/**
 * The block that an entry has become. One that was released before begins anew and keeps its history. One that the
 * ledger knows as standing was recorded by a worker that died before it closed the post: it stays as it is.
 */
function landedBlock(
  landed: Landed,
  context: Omit<LandingContext, 'former'> & { former: Block | undefined },
): StandingBlock {
  const { entry, origin, entryId } = landed;
  const { list, state, former, now } = context;
  if (former && isStanding(former)) return former;
  const at = now.toISOString();
  const effect = effectOf({ enforcement: enforcementOfEntry(state.enforcement, landed) }, now);
  const arrival = effect.status === 'enforced' ? 'enforced' : 'stored';
  const block = {
    indicator: entry.indicator,
    destinationList: list,
    requestId: entry.reports[0].requestId,
    firstSeenAt: entry.reports[0].reportedAt,
    lastSeenAt: latestReport(entry.reports),
    ...(entryId !== undefined && { entryId }),
    ...effect,
  };
  const history = (change: StandingBlock['history'][number]) =>
    [...(former?.history ?? []), change].slice(-mostChangesKept);
  const reports = [...entry.reports];
  const { leaseUntil } = entry;

  switch (origin.kind) {
    case 'this-post': {
      const { comment } = entry;
      const change = { at, change: arrival, by: block.requestId } as const;
      return { ...block, addedBy: 'us', leaseUntil, comment, reports, history: history(change) };
    }
    case 'earlier-post': {
      const { comment, written } = origin;
      const { requestId } = written;
      const change = { at, change: 'rebuilt-from-comment', by: requestId } as const;
      const all = [reportIn(written, at), ...reports];
      return {
        ...block,
        requestId,
        addedBy: 'us',
        leaseUntil,
        comment,
        reports: all,
        history: history(change),
      };
    }
    case 'someone-else': {
      const change = { at, change: 'found-on-list', by: block.requestId } as const;
      return { ...block, addedBy: 'someone-else', reports, history: history(change) };
    }
  }
}

function latestReport([first, ...others]: NonEmptyArray<BlockReport>): string {
  return others.reduce(
    (latest, { reportedAt }) => (reportedAt > latest ? reportedAt : latest),
    first.reportedAt,
  );
}

/** The report that a comment tells of; when it was made is not in it. */
function reportIn({ requestId, connection, source, ticket }: EntryComment, reportedAt: string): BlockReport {
  return {
    requestId,
    reportedAt,
    ...(connection !== undefined && { connection }),
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
  };
}
