import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSenderAuthentication, secretOf, senderAddress } from '#infra/local/sender-authentication.ts';
import { localStackSchema } from '#infra/local/stack-file.ts';
import { askLine, postLines } from '#infra/local/terminal/curl-lines.ts';
import { authenticationSchema } from '#shared/config/authentication.ts';
import { authenticationMethod } from '#shared/webhooks/authentication/methods.ts';
import { noSimulators } from '#test/infra/local/no-simulators.ts';
import { everyAuthentication } from './every-sender.ts';

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

  const senders = Object.entries(everyAuthentication).map(([name, written]) => ({ name, written }));

  it.each(senders)(
    'post exactly the body, with a proof that the function believes: $name',
    async ({ written }) => {
      const settings = authenticationSchema.parse(written);
      const auth = generateSenderAuthentication(settings);
      const url = senderAddress(origin, 'feed', auth);
      const environment = {
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      };

      await paste('/bin/sh', ['-c', postLines({ url, kind: 'ioc-list', auth }, body)], {
        env: { ...process.env, ...environment },
      });

      const request = received.at(-1);
      expect(request).toMatchObject({ method: 'POST', url: new URL(url).pathname, body });
      const method = authenticationMethod(settings);
      if (method.proof === 'gateway') {
        expect(request?.headers.authorization).toMatch(
          /^AWS4-HMAC-SHA256 .*\/eu-west-1\/execute-api\/aws4_request/,
        );
        return;
      }
      const presented = {
        headers: new Map(
          Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]),
        ),
        body: Buffer.from(request?.body ?? ''),
        receivedAt: new Date(),
        urlSecret: request?.url?.split('/').at(-1),
      };
      const secret = { current: method.secretSchema.parse(secretOf(auth)) };
      expect(method.authenticate(presented, secret)).toMatchObject({ kind: 'authentic' });
    },
  );

  it('sign a question with SigV4 for the API', async () => {
    const stack = localStackSchema.parse({
      awsEndpoint: origin,
      apiUrl: origin,
      region: 'eu-west-1',
      simulators: noSimulators,
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
