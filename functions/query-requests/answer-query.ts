import { type ConfiguredDestinations, configuredDestination } from '#shared/config/configured-destination.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { blockView } from '#shared/iocs/block-view.ts';
import type { Indicator } from '#shared/iocs/indicator.ts';
import type { Ledger } from '#shared/iocs/ledger.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { indicatorInPath } from '#shared/lambda/indicator-in-path.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { configuredPlaces } from '#shared/requests/configured-places.ts';
import { requestIdSchema } from '#shared/requests/request-id.ts';
import type { RequestReader } from '#shared/requests/request-reader.ts';
import { requestView } from '#shared/requests/request-view.ts';

export interface QueryPorts {
  readonly requests: RequestReader;
  readonly ledger: Pick<Ledger, 'blocksOf'>;
  readonly configuration: ConfiguredDestinations &
    Pick<DeploymentConfiguration, 'organisations' | 'connections'>;
}

/** The operator's questions: what became of this request, and where is or was this indicator blocked. */
export async function answerQuery(request: HttpRequest, ports: QueryPorts): Promise<HttpResponse> {
  const requestId = request.pathParameters.get('requestId');
  return requestId === undefined
    ? answerIndicator(indicatorInPath(request), ports)
    : answerRequest(requestId, ports);
}

async function answerRequest(text: string, { requests, configuration }: QueryPorts): Promise<HttpResponse> {
  const requestId = requestIdSchema.safeParse(text);
  if (!requestId.success) {
    throw new RefusedRequest('not-found', 'A request id is req_ followed by 32 hexadecimal digits.');
  }
  const request = await requests.read(requestId.data);
  if (!request) {
    throw new RefusedRequest(
      'not-found',
      `There is no request ${requestId.data}. Requests are kept for 90 days; one that was just accepted appears within a second.`,
    );
  }
  return jsonResponse(200, requestView(request, configuredPlaces(configuration)));
}

async function answerIndicator(
  indicator: Indicator,
  { ledger, configuration }: QueryPorts,
): Promise<HttpResponse> {
  const found = await ledger.blocksOf(indicator);
  return jsonResponse(200, {
    ...indicator,
    blocks: found.map((block) =>
      blockView(block, configuredDestination(block.destinationList, configuration)),
    ),
  });
}
