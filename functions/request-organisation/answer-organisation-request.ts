import { createHash } from 'node:crypto';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { OrganisationOnboardingSettings } from '#shared/config/organisation-onboarding.ts';
import type { EventPublisher } from '#shared/events/event-publisher.ts';
import { operatorEventSource } from '#shared/events/release-requested.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { readAskedOrganisation } from '#shared/organisations/intake/asked-organisation.ts';
import { onboardRequestedEvent } from '#shared/organisations/intake/onboard-requested-event.ts';
import { type VerifyTicketPorts, verifyTicket } from '#shared/organisations/intake/verify-ticket.ts';
import type { OrganisationOrder } from '#shared/organisations/organisation-order.ts';
import { approvedTicket } from '#shared/organisations/tickets/approved-ticket.ts';
import { readOrganisationTicket } from '#shared/organisations/tickets/read-organisation-ticket.ts';
import { deriveRequestId, type RequestId } from '#shared/requests/request-id.ts';
import { jsonBody } from '#shared/webhooks/json-body.ts';
import { rawBody } from '#shared/webhooks/raw-body.ts';

/** EventBridge `source` of what ticket systems have asked for. */
const ticketEventSource = 'scc-automations.organisation-sources';

export interface OrganisationRequestPorts extends VerifyTicketPorts {
  readonly settings: OrganisationOnboardingSettings;
  readonly limits: DeploymentConfiguration['limits'];
  readonly events: EventPublisher;
}

/**
 * Takes what an operator or a ticket asks for. It is accepted when the command is durable on the bus; the same may be
 * sent again.
 * @throws RefusedInput that says why it is not carried out; then nothing has happened
 */
export function answerOrganisationRequest(
  request: HttpRequest,
  ports: OrganisationRequestPorts,
): Promise<HttpResponse> {
  return request.pathParameters.has('source') ? takeTicket(request, ports) : takeOperators(request, ports);
}

async function takeTicket(
  { method, pathParameters, headers, body, sourceAddress }: HttpRequest,
  ports: OrganisationRequestPorts,
): Promise<HttpResponse> {
  if (method !== 'POST') {
    throw new RefusedRequest('method-not-allowed', `${method} was sent; tickets are taken by POST.`, {
      headers: { allow: 'POST' },
    });
  }
  const address = pathParameters.get('source') ?? '';
  const verified = await verifyTicket({ address, headers, body, sourceAddress }, ports);
  const read = approvedTicket(verified.body, verified);
  if (read.kind === 'idle') {
    return jsonResponse(200, { status: 'nothing-to-do', ticket: read.number, reason: read.reason });
  }
  return accept(readOrganisationTicket(read.ticket), ticketEventSource, ports);
}

async function takeOperators(request: HttpRequest, ports: OrganisationRequestPorts): Promise<HttpResponse> {
  const { awsCallerArn, body, headers } = request;
  if (awsCallerArn === undefined) {
    throw new RefusedRequest('not-authenticated', 'Sign the request as an IAM identity of this AWS account.');
  }
  const json = jsonBody(rawBody(body, ports.limits.bodyBytes), {
    contentType: headers.get('content-type'),
    deepestNesting: ports.limits.jsonDepth,
  });
  const asked = readAskedOrganisation(json);
  const requestId = requestIdOf(request, awsCallerArn);
  return accept({ ...asked, requestId, requestedBy: awsCallerArn }, operatorEventSource, ports);
}

async function accept(
  order: OrganisationOrder,
  source: string,
  { events, settings }: OrganisationRequestPorts,
): Promise<HttpResponse> {
  await events.publish([onboardRequestedEvent(order, { source, claimCodes: settings.claimCodes })]);
  return jsonResponse(202, {
    requestId: order.requestId,
    status: 'accepted',
    ticket: order.ticket,
    readAs: order.request,
    links: { self: `/organisations/${encodeURIComponent(order.request.name)}` },
  });
}

/** Two calls are two requests, unless their caller says that they are one. */
function requestIdOf({ headers, body, apiRequestId }: HttpRequest, by: string): RequestId {
  const key = headers.get('idempotency-key')?.trim();
  if (!key) return deriveRequestId('api', apiRequestId);
  return deriveRequestId('api', by, key, createHash('sha256').update(body.text).digest('hex'));
}
