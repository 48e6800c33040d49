import { AwsClient } from 'aws4fetch';
import { z } from 'zod';
import { GiveUp } from '#shared/errors/give-up.ts';
import { indicatorStatuses } from '#shared/iocs/indicator-status.ts';
import type { RequestId } from '#shared/requests/request-id.ts';
import type { EmulatorCredentials } from '../emulator/emulator.ts';
import type { LocalStack } from '../stack-file.ts';

/** What `GET /requests/{requestId}` answers, as far as the demo reads it. */
const requestStateSchema = z.object({
  status: z.enum(['pending', 'done', 'held', 'failed']),
  indicators: z.array(
    z.object({
      value: z.string(),
      type: z.string().optional(),
      status: z.enum(indicatorStatuses),
      reason: z.string().optional(),
    }),
  ),
});

export type RequestState = z.infer<typeof requestStateSchema>;

/** Asks what has become of a request. */
export type ReadRequest = (requestId: RequestId) => Promise<RequestState>;

const answerLimitInMilliseconds = 10_000;

/**
 * Asks the deployed API, signed as IAM wants it.
 * The returned function throws GiveUp with the status and the start of the answer when that is not 200.
 */
export function requestReader(stack: LocalStack, credentials: EmulatorCredentials): ReadRequest {
  const client = new AwsClient({ ...credentials, region: stack.region, service: 'execute-api', retries: 0 });
  return async (requestId) => {
    const url = `${stack.apiUrl}/requests/${requestId}`;
    const answer = await client.fetch(url, { signal: AbortSignal.timeout(answerLimitInMilliseconds) });
    const text = await answer.text();
    if (answer.status !== 200) {
      throw new GiveUp(`${url} answered ${answer.status} where 200 was expected: ${text.slice(0, 500)}`);
    }
    return requestStateSchema.parse(JSON.parse(text));
  };
}
