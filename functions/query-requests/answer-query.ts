import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { blockView } from '#shared/iocs/block-view.ts';
import type { Ledger } from '#shared/iocs/ledger.ts';
import { parseIndicator } from '#shared/iocs/parse-indicator.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { requestIdSchema } from '#shared/requests/request-id.ts';
import type { RequestReader } from '#shared/requests/request-reader.ts';
import { requestView } from '#shared/requests/request-view.ts';

export interface QueryPorts {
  readonly requests: RequestReader;
  readonly ledger: Pick<Ledger, 'blocksOf'>;
  readonly lists: DeploymentConfiguration['destinationLists'];
}

/** The operator's questions: what became of this request, and where is or was this indicator blocked. */
export async function answerQuery(request: HttpRequest, ports: QueryPorts): Promise<HttpResponse> {
  const requestId = request.pathParameters.get('requestId');
  if (requestId !== undefined) return answerRequest(requestId, ports);
  return answerIndicator(
    request.pathParameters.get('type') ?? '',
    request.pathParameters.get('value') ?? '',
    ports,
  );
}

async function answerRequest(text: string, { requests, lists }: QueryPorts): Promise<HttpResponse> {
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
  return jsonResponse(
    200,
    requestView(request, (name) => lists[name]?.id),
  );
}

async function answerIndicator(
  type: string,
  text: string,
  { ledger, lists }: QueryPorts,
): Promise<HttpResponse> {
  const value = decodeOnce(text);
  const parsed = parseIndicator(value, type);
  if (parsed.kind === 'rejected') {
    throw new RefusedRequest(
      'not-understood',
      `"${type}" and the value after it are no indicator (${parsed.reason}). Ask for /indicators/domain/bad.example, or with a URL's value percent-encoded.`,
    );
  }
  const { indicator } = parsed;
  const found = await ledger.blocksOf(indicator);
  return jsonResponse(200, {
    ...indicator,
    blocks: found.map((block) => blockView(block, lists[block.destinationList])),
  });
}

/** API Gateway decodes path parameters; callers that encode twice, or a stand-in that does not decode, are met here. */
function decodeOnce(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text) || text.includes('://')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
