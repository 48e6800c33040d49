import { expireJudgement, findJudgements } from '../../cisco/xdr/private-intelligence/judgements.ts';
import { blockMark, enforcedBlock } from './block-entities.ts';
import { listedBlocks } from './listed-blocks.ts';
import type { ExpireCommand, ReleaseReason } from './write-back-command.ts';
import type { WriteBackPorts } from './write-back-ports.ts';
import type { WriteBackResult } from './write-back-result.ts';

/**
 * A release is acted on so long after it, in seconds: what was written just before it is in the search index then, by
 * which judgements are found.
 */
const restAfterReleaseSeconds = 180;

/** Why a judgement ends. Left out are ends with which it ends by itself, or which leave the block in place. */
const whyExpired: Partial<Record<ReleaseReason, string>> = {
  'released-by-operator': 'An operator has released the block.',
  'request-rolled-back': 'The request that asked for the block was rolled back.',
  'removed-by-hand': 'The block was removed from its list by hand.',
};

/** How long a release must still rest, in seconds; 0 or less when it can be acted on. */
export function restSecondsOf({ releasedAt }: ExpireCommand, now: Date): number {
  return Math.ceil((releasedAt.getTime() - now.getTime()) / 1_000) + restAfterReleaseSeconds;
}

/**
 * Ends the judgements about blocks that were released before their lease ended; one that stands again by now keeps
 * them. Needs the import lock, so that none is written meanwhile.
 */
export async function expireJudgements(
  command: ExpireCommand,
  { client, ledger, clock }: Pick<WriteBackPorts, 'client' | 'ledger' | 'clock'>,
): Promise<WriteBackResult> {
  const blockOf = await listedBlocks(command.released, ledger);
  const now = clock.now();
  let expired = 0;
  for (const one of command.released) {
    const reason = whyExpired[one.because];
    if (reason === undefined || enforcedBlock(blockOf(one), one, now)) continue;
    const judgements = await findJudgements(client, blockMark(one.list, one.indicator));
    for (const judgement of judgements) {
      if (judgement.validUntil !== undefined && judgement.validUntil <= now) continue;
      await expireJudgement(client, judgement, reason);
      expired++;
    }
  }
  return { kind: 'done', messageId: command.messageId, written: 0, expired };
}
