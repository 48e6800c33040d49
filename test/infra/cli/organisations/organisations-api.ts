import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { answerOrganisationQuery } from '#functions/query-organisations/answer-organisation-query.ts';
import { answerOrganisationRequest } from '#functions/request-organisation/answer-organisation-request.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { organisationOnboardingSchema } from '#shared/config/organisation-onboarding.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { problemResponse } from '#shared/lambda/problem.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { startOrderBench } from '#test/shared/organisations/orders/order-bench.ts';

const settings = organisationOnboardingSchema.parse({ manager: 'main', claimCodes: ['northwind'] });
const { limits } = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: {},
  destinationLists: {},
  connections: {},
});

/** The API's routes about organisations over HTTP, with the real functions and a simulated platform behind them. */
export async function startOrganisationsApi() {
  const bench = await startOrderBench();
  const published: OutgoingEvent[] = [];
  const { registry, within, journal, clock } = bench.ports();

  async function answer(request: HttpRequest) {
    try {
      if (request.method === 'GET') {
        const known = { records: bench.records, configured: new Map(), configuredNames: ['main'] };
        return await answerOrganisationQuery(request, { registry, within, journal, ...known });
      }
      return await answerOrganisationRequest(request, {
        settings,
        limits,
        clock,
        secrets: { read: () => Promise.reject(new Error('operators have no secret')) },
        events: { publish: async (events) => void published.push(...events) },
      });
    } catch (error) {
      if (!(error instanceof RefusedInput)) throw error;
      const kind = error instanceof RefusedRequest ? error.kind : 'not-understood';
      return problemResponse({ kind, detail: error.message, requestId: 'api-1' });
    }
  }

  const server = createServer(async (incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://api');
    const [, first = '', name] = pathname.split('/');
    const { statusCode, headers, body } = await answer({
      apiRequestId: 'api-1',
      routeKey: `${incoming.method} /${first}${name === undefined ? '' : '/{name}'}`,
      method: incoming.method ?? '',
      headers: new Map([['content-type', incoming.headers['content-type'] ?? '']]),
      pathParameters: new Map(name === undefined ? [] : [['name', name]]),
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
  return { ...bench, published, apiUrl: `http://127.0.0.1:${address.port}` };
}
