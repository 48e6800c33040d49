import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { serviceError } from '../errors.ts';
import type { Route } from '../route.ts';
import { tenant } from '../tenant.ts';
import type { Command, Transaction } from '../transactions.ts';

const template = '/v1/transactions/{transactionUid}';

/** How a command goes on: 202 while it runs, 200 when it is over, however it ended. */
export const transactionRoutes: readonly Route[] = [
  { method: 'GET', template, callers: 'everybody', handle: readTransaction },
];

/** Starts a command, and answers with its transaction. */
export function accepted(
  command: Command,
  cloud: Cloud,
  {
    seconds = cloud.settings.transactionSeconds,
    onStart,
  }: { seconds?: number; onStart?: (transactionUid: string) => void } = {},
): Answer {
  const transaction = cloud.transactions.start(command, seconds, cloud.clock.now());
  onStart?.(transaction.uid);
  return { status: 202, body: transactionBody(transaction) };
}

function readTransaction(
  _request: ApiRequest,
  cloud: Cloud,
  { transactionUid = '' }: PathParameters,
): Answer {
  const transaction = cloud.transactions.find(transactionUid, cloud.clock.now());
  if (!transaction) return serviceError(404, 'Transaction not found');
  const body = transactionBody(transaction);
  return transaction.end === 'running' ? { status: 202, body } : ok(body);
}

function transactionBody({ uid, command, submittedAt, end }: Transaction) {
  const error = end === 'running' ? undefined : end.error;
  return {
    tenantUid: tenant.uid,
    transactionUid: uid,
    transactionType: command.type,
    transactionPollingUrl: `https://api.us.security.cisco.com/firewall/v1/transactions/${uid}`,
    cdoTransactionStatus: statusOf(end),
    submissionTime: submittedAt.toISOString(),
    lastUpdatedTime: (end === 'running' ? submittedAt : end.at).toISOString(),
    cancellable: false,
    ...(error === undefined ? {} : { errorMessage: error, errorDetails: {} }),
  };
}

function statusOf(end: Transaction['end']): 'IN_PROGRESS' | 'DONE' | 'ERROR' {
  if (end === 'running') return 'IN_PROGRESS';
  return end.error === undefined ? 'DONE' : 'ERROR';
}
