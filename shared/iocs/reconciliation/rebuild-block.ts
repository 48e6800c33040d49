import type { DestinationListName } from '../../config/names.ts';
import { type Block, type StandingBlock, withChange } from '../block.ts';
import type { Enforcement, FoundEntry } from '../blocking/block-destination.ts';
import { effectOf } from '../blocking/effect.ts';
import { type EntryComment, parseEntryComment } from '../blocking/entry-comment.ts';
import type { Indicator } from '../indicator.ts';
import { fullHourFrom } from '../leases/full-hour.ts';

/**
 * How long a block lasts that was rebuilt after its lease had ended. A ledger that is lost and rebuilt would else
 * release thousands of entries at the next full hour, before anybody could look, and with them those whose leases had
 * been renewed, of which a comment says nothing.
 */
export const graceMilliseconds = 7 * 86_400_000;

/** When a block that is known by its comment alone ends: as the comment says, or after a time of grace. */
export function leaseOfComment({ leaseUntil }: Pick<EntryComment, 'leaseUntil'>, now: Date): string {
  const end = leaseUntil > now ? leaseUntil : fullHourFrom(new Date(now.getTime() + graceMilliseconds));
  return end.toISOString();
}

/**
 * The block of an entry that bears our comment and that the ledger does not take as standing; pure. Where the ledger
 * says that it was released, it lasts to the end of this hour only: somebody wanted it gone.
 * @param former what the ledger knows of an earlier life of the block
 * @returns nothing when the entry is none of ours
 */
export function rebuildBlock(
  indicator: Indicator,
  former: Block | undefined,
  { value, comment, entryId }: FoundEntry,
  context: { list: DestinationListName; enforcement: Enforcement; now: Date },
): StandingBlock | undefined {
  const said = parseEntryComment(comment);
  // We write canonical values only: in another spelling, somebody has copied the comment.
  if (comment === undefined || !said || value !== indicator.value) return undefined;
  const { list, enforcement, now } = context;
  const at = now.toISOString();
  return withChange(
    {
      indicator,
      destinationList: list,
      ...(former ? pastOf(former) : firstReport(said, at)),
      addedBy: 'us',
      comment,
      entryId,
      leaseUntil: former ? fullHourFrom(now).toISOString() : leaseOfComment(said, now),
      ...effectOf({ enforcement }, now),
    },
    { at, change: 'rebuilt-from-comment', by: said.requestId },
  );
}

function pastOf({ requestId, firstSeenAt, lastSeenAt, reports, history }: Block) {
  return { requestId, firstSeenAt, lastSeenAt, reports, history };
}

/** The list does not say when it was asked for: the day it was found has to do. */
function firstReport({ requestId, connection, source, ticket }: EntryComment, at: string) {
  const report = {
    requestId,
    ...(connection === undefined ? {} : { connection }),
    ...(source === undefined ? {} : { source }),
    ...(ticket === undefined ? {} : { ticket }),
    reportedAt: at,
  };
  return { requestId, firstSeenAt: at, lastSeenAt: at, reports: [report], history: [] };
}
