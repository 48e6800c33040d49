import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { z } from 'zod';

/** One call of an AWS API: the operation's name, or the path where there is none, and its input. */
export interface AwsCall {
  readonly operation: string;
  readonly input: Record<string, unknown>;
}

interface AwsAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/**
 * A server that AWS's SDK talks to as if it were AWS, with the answers that a test decides on.
 * @param answer what each call is answered; an empty object under 200 when left out
 */
export function emulatedAws(answer: (call: AwsCall) => AwsAnswer | undefined) {
  const calls: AwsCall[] = [];
  const server = createServer(async (request, response) => {
    const target = request.headers['x-amz-target'];
    const operation = typeof target === 'string' ? (target.split('.').at(-1) ?? '') : (request.url ?? '');
    const input = z.record(z.string(), z.unknown()).parse(JSON.parse((await text(request)) || '{}'));
    const call = { operation, input };
    calls.push(call);
    const { status = 200, headers = {}, body = {} } = answer(call) ?? {};
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', ...headers });
    response.end(JSON.stringify(body));
  });
  const settings = {
    endpoint: '',
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    settings.endpoint = `http://127.0.0.1:${address.port}`;
  });
  beforeEach(() => void calls.splice(0));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  return { calls, /** For clients of the SDK, made once the server listens. */ settings };
}
