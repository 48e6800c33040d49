import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { lifecycleSourceNameSchema } from '#shared/config/names.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import type { HttpResponse } from '#shared/lambda/http-response.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { type AcceptChangePorts, acceptChange } from '#shared/people/intake/accept-change.ts';
import { type VerifyDeliveryPorts, verifyDelivery } from '#shared/people/intake/verify-delivery.ts';
import { answerChange } from './answer-change.ts';
import { type AnswerScimPorts, answerScim } from './answer-scim.ts';
import { scimRefusalResponse } from './scim-response.ts';

export type PeopleChangeHandlerPorts = Observability &
  VerifyDeliveryPorts &
  AcceptChangePorts &
  AnswerScimPorts;

/** The handler of `/people-sources/{source}` and of what is below it, with everything that touches the world as a port. */
export function createPeopleChangeHandler(ports: PeopleChangeHandlerPorts) {
  return httpHandler(ports, (request) => {
    const source = request.pathParameters.get('source');
    // What is not even a name may be anything, and does not belong into the log.
    if (lifecycleSourceNameSchema.safeParse(source).success) ports.logger.appendKeys({ source });
    const resource = request.pathParameters.get('resource');
    return resource === undefined ? takeChange(request, ports) : takeScim(resource, request, ports);
  });
}

async function takeChange(request: HttpRequest, ports: PeopleChangeHandlerPorts): Promise<HttpResponse> {
  if (request.method !== 'POST') {
    throw new RefusedRequest('method-not-allowed', `${request.method} was sent; changes are taken by POST.`, {
      headers: { allow: 'POST' },
    });
  }
  const accepted = await acceptChange(await verifyDelivery(deliveryIn(request), ports), ports);
  // Neither the address nor the name: who joins or leaves is nobody's business who reads logs.
  ports.logger.info('Change about people taken', {
    kind: accepted.kind,
    ...('requestId' in accepted && { requestId: accepted.requestId }),
    ...(accepted.kind === 'idle' && { reason: accepted.reason }),
  });
  ports.metrics.addMetric('PeopleChangesReceived', MetricUnit.Count, 1);
  return answerChange(accepted);
}

async function takeScim(
  resource: string,
  request: HttpRequest,
  ports: PeopleChangeHandlerPorts,
): Promise<HttpResponse> {
  const { method, queryParameters } = request;
  try {
    const delivery = await verifyDelivery(deliveryIn(request), ports);
    const path = resource.replace(/\/+$/, '');
    return await answerScim({ method, queryParameters, path, delivery }, ports);
  } catch (error) {
    const refusal = scimRefusalResponse(error);
    if (refusal === undefined) throw error;
    ports.logger.warn('Request refused', { status: refusal.statusCode, method });
    ports.metrics.addMetric('RequestsRefused', MetricUnit.Count, 1);
    return refusal;
  }
}

function deliveryIn({ pathParameters, headers, body, sourceAddress }: HttpRequest) {
  return { address: pathParameters.get('source') ?? '', headers, body, sourceAddress };
}
