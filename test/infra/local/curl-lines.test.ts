import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSenderAuthentication } from '#infra/local/sender-authentication.ts';
import { localStackSchema } from '#infra/local/stack-file.ts';
import { askLine, postLines } from '#infra/local/terminal/curl-lines.ts';

const paste = promisify(execFile);

interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('the lines to paste into a shell', () => {
  const received: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: await text(request) });
    response.end('{}');
  });
  let origin = '';

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    origin = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => void server.close());

  const body = JSON.stringify({ comment: `it's "odd" $HOME \\ \`id\``, indicators: ['bad.example'] });

  it('sign a delivery as Standard Webhooks asks, and send exactly the body that was signed', async () => {
    const auth = generateSenderAuthentication('standard-webhooks');
    const connection = { url: `${origin}/webhooks/ioc-list`, kind: 'ioc-list' as const, auth };

    await paste('/bin/sh', ['-c', postLines(connection, body)]);

    const request = received.at(-1);
    expect(request).toMatchObject({ method: 'POST', url: '/webhooks/ioc-list', body });
    const webhook = new Webhook(auth.scheme === 'standard-webhooks' ? auth.secret : '');
    const headers = Object.fromEntries(
      ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
        name,
        String(request?.headers[name]),
      ]),
    );
    expect(webhook.verify(body, headers)).toEqual(JSON.parse(body));
  });

  it('present a bearer token', async () => {
    const connection = {
      url: `${origin}/webhooks/splunk`,
      kind: 'splunk-alert' as const,
      auth: { scheme: 'bearer-token' as const, token: 'a-token' },
    };

    await paste('/bin/sh', ['-c', postLines(connection, body)]);

    expect(received.at(-1)).toMatchObject({ method: 'POST', url: '/webhooks/splunk', body });
    expect(received.at(-1)?.headers.authorization).toBe('Bearer a-token');
  });

  it('sign a question with SigV4 for the API', async () => {
    const stack = localStackSchema.parse({
      awsEndpoint: origin,
      apiUrl: origin,
      region: 'eu-west-1',
      simulators: { secureAccess: null, securityCloudControl: null, xdr: null, firewallManager: null },
      functions: {},
      queues: {},
      table: 'table',
      bus: 'bus',
      secrets: {},
      connections: {},
    });

    await paste('/bin/sh', ['-c', askLine(stack, { accessKeyId: 'test', secretAccessKey: 'test' }, 'req_1')]);

    expect(received.at(-1)).toMatchObject({ method: 'GET', url: '/requests/req_1' });
    expect(received.at(-1)?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/eu-west-1\/execute-api\/aws4_request/,
    );
  });
});
