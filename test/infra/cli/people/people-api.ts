import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { answerPeopleChange } from '#functions/change-people/answer-people-change.ts';
import { answerPeopleQuery } from '#functions/query-people/answer-people-query.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { problemResponse } from '#shared/lambda/problem.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { InMemoryPeopleChanges } from '#test/shared/people/changes/in-memory-people-changes.ts';
import { InMemoryRecordedBatches } from '#test/shared/people/changes/in-memory-recorded-batches.ts';
import { InMemoryStepJournal } from '#test/shared/people/changes/in-memory-step-journal.ts';
import { peopleSettings } from '#test/shared/people/lifecycle/people-settings.ts';

const routes = [
  '/people',
  '/people/batches/{batchId}/approve',
  '/people/batches/{batchId}/reject',
  '/people/batches/{batchId}',
  '/people/{email}/cancel',
  '/people/{email}/undo',
  '/people/{email}',
].map((route) => ({
  route,
  pattern: new RegExp(`^${route.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The API's routes about people over HTTP, with the real functions behind them and their tables in memory. */
export async function startPeopleApi(now: Date) {
  const state = {
    changes: new InMemoryPeopleChanges(),
    batches: new InMemoryRecordedBatches(),
    journal: new InMemoryStepJournal(),
    published: [] as OutgoingEvent[],
    /** Method, path and query of each call, in order. */
    calls: [] as string[],
    authorizations: [] as string[],
  };

  async function answer(request: HttpRequest) {
    const ports = {
      ...state,
      organisations: [organisationNameSchema.parse('corp')],
      settings: peopleSettings(),
      clock: { now: () => now },
      events: { publish: async (events: readonly OutgoingEvent[]) => void state.published.push(...events) },
    };
    try {
      return request.method === 'GET'
        ? await answerPeopleQuery(request, ports)
        : await answerPeopleChange(request, ports);
    } catch (error) {
      const kind = error instanceof RefusedRequest ? error.kind : 'not-understood';
      const detail = error instanceof Error ? error.message : '';
      return problemResponse({ kind, detail, requestId: 'api-1' });
    }
  }

  const server = createServer(async (incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://api');
    state.calls.push(`${incoming.method} ${incoming.url}`);
    state.authorizations.push(incoming.headers.authorization ?? '');
    const found = routes.find(({ pattern }) => pattern.test(pathname));
    const { statusCode, headers, body } = await answer({
      apiRequestId: `api-${state.calls.length}`,
      routeKey: `${incoming.method} ${found?.route}`,
      method: incoming.method ?? '',
      headers: new Map([['content-type', incoming.headers['content-type'] ?? '']]),
      pathParameters: new Map(Object.entries(found?.pattern.exec(pathname)?.groups ?? {})),
      queryParameters: new Map(searchParams),
      body: { text: await text(incoming), isBase64Encoded: false },
      awsCallerArn: 'arn:aws:iam::111122223333:user/bob',
    });
    response.writeHead(statusCode, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return Object.assign(state, { url: `http://127.0.0.1:${address.port}` });
}
