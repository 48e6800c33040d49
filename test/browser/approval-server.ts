import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { approvalBench } from '../functions/decide-approvals/approval-bench.ts';

export interface ApprovalServer {
  readonly origin: string;
  /** Methods and paths, in order. */
  readonly calls: readonly string[];
  close(): void;
}

/** Stands where the HTTP API does, before the handler with its ports in memory. */
export async function serveApprovals(
  current: () => Pick<ReturnType<typeof approvalBench>, 'send'>,
): Promise<ApprovalServer> {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    calls.push(`${method} ${url}`);
    const [, token] = /^\/approvals\/([^/?]+)$/.exec(url) ?? [];
    if (token === undefined) {
      response.writeHead(404).end();
      return;
    }
    const answer = await current().send({
      method,
      pathParameters: { token: decodeURIComponent(token) },
      headers: { 'content-type': headers['content-type'] ?? '' },
      body: await text(request),
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    calls,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
