import type { Context } from 'aws-lambda';
import { vi } from 'vitest';
import { type ApprovalLink, signApprovalLink } from '#shared/approvals/link-token.ts';
import type { SigningKeys } from '#shared/approvals/signing-keys.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import type { PartOutcome } from '#shared/requests/request-outcomes.ts';
import { createApprovalHandler } from '../../../functions/decide-approvals/approval-handler.ts';
import { decisionBench } from '../../shared/approvals/decision-bench.ts';
import { requestId } from '../../shared/approvals/held-request.ts';

export const signingKey = 'dummy-key-of-the-tests-only-0123456789';
export const operatorArn = 'arn:aws:sts::123456789012:assumed-role/soc/ann';

export interface SentToApi {
  readonly method: string;
  readonly routeKey?: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Handed over in base64, as the HTTP API does with forms. */
  readonly body?: string;
  readonly awsCallerArn?: string;
}

/** The handler with ports in memory, and what has gone through them. */
export function approvalBench(outcomes?: readonly PartOutcome[]) {
  // The loggers then write to the global console, where it is caught.
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  const logLines: string[] = [];
  for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => void logLines.push(line.join(' ')));
  }
  const decisions = decisionBench(outcomes);
  const keys: { stored: SigningKeys; reads: number[] } = { stored: { current: signingKey }, reads: [] };
  const handler = createApprovalHandler({
    ...decisions.ports,
    readKeys: async (atMostSecondsOld) => {
      keys.reads.push(atMostSecondsOld);
      return keys.stored;
    },
    wouldLastUntil: (_part, { type }) =>
      new Date(type === 'ipv4' ? '2026-12-08T05:00:00Z' : '2026-12-31T05:00:00Z'),
    logger: functionLogger(),
    metrics: functionMetrics(),
  });

  async function send({ method, routeKey, pathParameters, headers, body, awsCallerArn }: SentToApi) {
    const answer = await handler(
      {
        version: '2.0',
        routeKey,
        headers: headers ?? {},
        pathParameters,
        ...(body !== undefined && { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
        requestContext: {
          requestId: 'api-1',
          http: { method },
          ...(awsCallerArn && { authorizer: { iam: { userArn: awsCallerArn } } }),
        },
      },
      lambdaContext,
    );
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  }

  return {
    ...decisions,
    keys,
    logLines,
    send,
    /** A link as people get it, where nothing else is said for part 0 and a day from now. */
    token: (over: Partial<ApprovalLink> = {}, key = signingKey) =>
      signApprovalLink(
        { requestId, parts: [0], expiresAt: new Date(decisions.bench.now.getTime() + 86_400_000), ...over },
        key,
      ),
    open: (token: string, method = 'GET') => send({ method, pathParameters: { token } }),
    press: (token: string, fields: Readonly<Record<string, string>>) =>
      send({
        method: 'POST',
        pathParameters: { token },
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    operate: (
      decision: 'approve' | 'reject',
      id: string = requestId,
      arn: string | undefined = operatorArn,
    ) =>
      send({
        method: 'POST',
        routeKey: `POST /requests/{requestId}/${decision}`,
        pathParameters: { requestId: id },
        ...(arn && { awsCallerArn: arn }),
      }),
  };
}

const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'decide-approvals',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:decide-approvals',
  memoryLimitInMB: '512',
  awsRequestId: 'invocation-1',
  logGroupName: 'log-group',
  logStreamName: 'log-stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
