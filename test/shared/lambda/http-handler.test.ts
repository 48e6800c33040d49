import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GiveUp } from '#shared/errors/give-up.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { jsonResponse } from '#shared/lambda/http-response.ts';
import { functionLogger, type Logger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';

let logLines: string[];
let logger: Logger;
beforeEach(() => {
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  logLines = [];
  for (const method of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line) => void logLines.push(line));
  }
  logger = functionLogger();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const event = (over: object = {}) => ({
  headers: {},
  requestContext: { requestId: 'api-1', http: { method: 'POST' } },
  ...over,
});

function lambdaContext(remainingMilliseconds: number): Context {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'a-function',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:a-function',
    memoryLimitInMB: '512',
    awsRequestId: 'invocation-1',
    logGroupName: 'log-group',
    logStreamName: 'log-stream',
    getRemainingTimeInMillis: () => remainingMilliseconds,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

const call = (
  handle: Parameters<typeof httpHandler>[1],
  { sent = event(), remainingMilliseconds = 10_000 }: { sent?: object; remainingMilliseconds?: number } = {},
) => httpHandler({ logger, metrics: functionMetrics() }, handle)(sent, lambdaContext(remainingMilliseconds));

describe('a handler behind a route', () => {
  it('gets a request with header names in lower case and an empty body where there was none', async () => {
    let seen: HttpRequest | undefined;
    await call(
      async (request) => {
        seen = request;
        return jsonResponse(200, {});
      },
      { sent: event({ headers: { 'X-Name': 'Value' }, pathParameters: { id: '7' } }) },
    );
    expect(seen).toMatchObject({
      apiRequestId: 'api-1',
      method: 'POST',
      headers: new Map([['x-name', 'Value']]),
      pathParameters: new Map([['id', '7']]),
      body: { text: '', isBase64Encoded: false },
    });
  });

  it.each([
    ['a RefusedRequest is the problem that it names', new RefusedRequest('not-found', 'No such thing.'), 404],
    ['any other RefusedInput is not understood', new RefusedInput('Expected a date.'), 422],
    ['RetryLater asks to come again', new RetryLater('The table is throttled.'), 503],
    ['GiveUp is ours to look into', new GiveUp('The answer was not understood.'), 500],
    ['so is anything unknown', new TypeError('x is undefined'), 500],
  ])('whose error says what the caller should do: %s', async (_, error, status) => {
    const answer = await call(() => Promise.reject(error));
    expect(answer.statusCode).toBe(status);
    const isShown = error instanceof RefusedInput;
    expect(answer.body.includes(error.message)).toBe(isShown);
    expect(logLines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: isShown ? 'WARN' : 'ERROR', apiRequestId: 'api-1' }),
    ]);
  });

  it('that runs out of time asks to come again before Lambda cuts it off', async () => {
    const answer = await call(() => new Promise(() => undefined), { remainingMilliseconds: 510 });
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
  });

  it('leaves nothing of one request in the log lines of the next', async () => {
    const handler = httpHandler({ logger, metrics: functionMetrics() }, async ({ method }) => {
      if (method === 'POST') logger.appendKeys({ connection: 'splunk' });
      logger.info('Seen');
      return jsonResponse(200, {});
    });
    await handler(event(), lambdaContext(10_000));
    await handler(
      event({ requestContext: { requestId: 'api-2', http: { method: 'GET' } } }),
      lambdaContext(10_000),
    );
    const [first, second] = logLines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ connection: 'splunk', apiRequestId: 'api-1' });
    expect(second).toMatchObject({ apiRequestId: 'api-2' });
    expect(second).not.toHaveProperty('connection');
  });
});
