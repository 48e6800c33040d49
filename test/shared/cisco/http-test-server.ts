import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as the server received it. */
export interface ReceivedCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server does with a request. */
export type Reaction =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string | Buffer;
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Takes the request and cuts the connection. */
  | { readonly kind: 'cut' }
  /** Sends the head and half of the body, then cuts the connection. */
  | { readonly kind: 'cut-in-body' };

/** An answer, as JSON unless `body` is text. */
export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Reaction {
  if (body === undefined) return { kind: 'answer', status, headers };
  if (typeof body === 'string') return { kind: 'answer', status, headers, body };
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** A real HTTP server on a free port, until the test ends. */
export interface HttpTestServer {
  readonly url: URL;
  /** Every request so far, in order. */
  readonly calls: readonly ReceivedCall[];
}

/** Reacts to each request as `react` says; `callNumber` counts from 1. */
export async function startHttpTestServer(
  react: (call: ReceivedCall, callNumber: number) => Reaction,
): Promise<HttpTestServer> {
  const calls: ReceivedCall[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    const call = { method, path, headers, body: await text(request) };
    calls.push(call);
    const reaction = react(call, calls.length);
    switch (reaction.kind) {
      case 'answer':
        response.writeHead(reaction.status, reaction.headers).end(reaction.body);
        break;
      case 'cut':
        response.destroy();
        break;
      case 'cut-in-body':
        response.writeHead(200, { 'content-length': '10' });
        response.write('{"a"', () => response.destroy());
        break;
      case 'hang':
        break;
    }
  });
  const url = await listen(server);
  onTestFinished(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return { url, calls };
}

/** An address of this machine where nobody listens. */
export async function unusedUrl(): Promise<URL> {
  const server = createServer();
  const url = await listen(server);
  const closed = once(server, 'close');
  server.close();
  await closed;
  return url;
}

async function listen(server: Server): Promise<URL> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return new URL(`http://127.0.0.1:${address.port}`);
}
