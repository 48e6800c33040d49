import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answer, Outcome } from './answer.ts';
import type { ApiRequest } from './api-request.ts';

/** The HTTP side of a simulator; the caller makes it listen. `signal` aborts when the simulator closes. */
export function createSimulatorServer(
  decide: (request: ApiRequest) => Promise<Outcome>,
  signal: AbortSignal,
): Server {
  return createServer((incoming, response) => {
    serve(incoming, response, decide).catch((problem: unknown) => {
      // The client went away, or the simulator is closing: there is nobody left to answer.
      if (response.destroyed || signal.aborted) {
        response.destroy();
        return;
      }
      send(response, { status: 500, body: { message: `the simulator failed: ${String(problem)}` } });
    });
  });
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  decide: (request: ApiRequest) => Promise<Outcome>,
): Promise<void> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://simulator');
  const { headers, socket } = incoming;
  const outcome = await decide({
    method: incoming.method ?? 'GET',
    path: pathname,
    query: searchParams,
    authorization: headers.authorization,
    contentType: headers['content-type'],
    remoteAddress: socket.remoteAddress ?? '',
    body: await text(incoming),
    header: (name) => headers[name]?.toString(),
  });
  if (outcome.kind === 'answered') send(response, outcome.answer);
  if (outcome.kind === 'cut-off') socket.destroy();
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers);
    response.end();
    return;
  }
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
