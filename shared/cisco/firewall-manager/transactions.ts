import { z } from 'zod';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import { pathSegment } from '../http/path-segment.ts';
import { redactVendorText } from '../http/redact.ts';
import type { FirewallManagerClient } from './authorised-client.ts';

/** How a command of the cloud ended. A command that failed is not rolled back. */
export type TransactionEnd =
  | { readonly result: 'done' }
  | { readonly result: 'failed'; readonly reason: string }
  /** Our patience was over first. It may still end well. */
  | { readonly result: 'still-running' };

export interface Patience {
  /** Between two looks. */
  readonly everyMilliseconds: number;
  /** From the first look on. */
  readonly atMostMilliseconds: number;
}

/** By what is waited for the end of a command. */
export interface Waiting {
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly patience?: Patience | undefined;
}

export const defaultPatience: Patience = { everyMilliseconds: 3_000, atMostMilliseconds: 180_000 };

/** What is used of a transaction; it has more members, and any of them may be missing. */
export const transactionSchema = z.object({
  transactionUid: z.string().min(1),
  cdoTransactionStatus: z.string().optional(),
  errorMessage: z.string().optional().catch(undefined),
});

export type Transaction = z.infer<typeof transactionSchema>;

/**
 * Follows an asynchronous command to its end. HTTP says only whether it goes on (202) or is over (200): whether it
 * succeeded stands in the status, so that alone is read.
 * @throws GiveUp when the transaction cannot be read; its record is deleted two hours after the last change
 * @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started
 */
export async function followTransaction(
  client: FirewallManagerClient,
  started: Transaction,
  { clock, sleep, patience = defaultPatience }: Waiting,
): Promise<TransactionEnd> {
  const call = {
    method: 'GET',
    path: `v1/transactions/${pathSegment(started.transactionUid)}`,
    repetition: 'repeatable',
    expected: [200, 202],
  } as const;
  const until = clock.now().getTime() + patience.atMostMilliseconds;
  for (let transaction = started; ; transaction = await client.send(call, transactionSchema)) {
    const end = endOf(transaction);
    if (end) return end;
    if (clock.now().getTime() + patience.everyMilliseconds > until) return { result: 'still-running' };
    await sleep(patience.everyMilliseconds);
  }
}

/** Nothing while it runs, or while its status says nothing that is known. */
function endOf({ cdoTransactionStatus, errorMessage }: Transaction): TransactionEnd | undefined {
  switch (cdoTransactionStatus) {
    case 'DONE':
      return { result: 'done' };
    case 'ERROR':
    case 'CANCELLED':
      return { result: 'failed', reason: redactVendorText(errorMessage ?? '') || cdoTransactionStatus };
    default:
      return undefined;
  }
}
