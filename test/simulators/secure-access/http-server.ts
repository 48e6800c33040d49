import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Sleep } from '#shared/time/sleep.ts';
import type { Answer, Outcome } from './answer.ts';
import { answerRequest } from './answer-request.ts';
import type { Cloud } from './cloud.ts';
import { answerControlRequest, isControlPath } from './control/answer-control-request.ts';
import type { SimulatorControl } from './control/control.ts';
import type { ApiRequest } from './route.ts';

interface Serving {
  readonly cloud: Cloud;
  readonly control: SimulatorControl;
  readonly sleep: Sleep;
  /** Aborts when the simulator closes, which ends every wait. */
  readonly signal: AbortSignal;
}

/** The HTTP side of the simulator; the caller makes it listen. */
export function createSimulatorServer(serving: Serving): Server {
  return createServer((incoming, response) => {
    serve(incoming, response, serving).catch((problem: unknown) => {
      // The client went away, or the simulator is closing: there is nobody left to answer.
      if (response.destroyed || serving.signal.aborted) {
        response.destroy();
        return;
      }
      send(response, { status: 500, body: { message: `the simulator failed: ${String(problem)}` } });
    });
  });
}

async function serve(incoming: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://simulator');
  const request: ApiRequest = {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: searchParams,
    authorization: incoming.headers.authorization,
    contentType: incoming.headers['content-type'],
    body: await text(incoming),
  };
  const outcome: Outcome = isControlPath(pathname)
    ? { kind: 'answered', answer: answerControlRequest(request, serving.control) }
    : await answerRequest(request, serving.cloud, serving);

  if (outcome.kind === 'answered') send(response, outcome.answer);
  if (outcome.kind === 'cut-off') incoming.socket.destroy();
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
