import { createHash } from 'node:crypto';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { deriveChangeId } from '#shared/people/changes/change-id.ts';
import { readAskedChange } from '#shared/people/operators/asked-change.ts';
import { askedForView } from '#shared/people/views/asked-for-view.ts';
import { deriveRequestId, type RequestId } from '#shared/requests/request-id.ts';
import type { OperatorRequest, PeopleChangePorts } from './operator-request.ts';
import { personLink } from './person-link.ts';
import { requestJson } from './request-json.ts';

/** `POST /people`: somebody is to join or leave. */
export async function askForChange(
  asked: OperatorRequest,
  { events, settings, clock }: PeopleChangePorts,
): Promise<HttpResponse> {
  const requestId = requestIdOf(asked);
  const { request, command } = readAskedChange(requestJson(asked), {
    requestId,
    by: asked.by,
    at: clock.now(),
    settings,
  });
  await events.publish([command]);
  return jsonResponse(202, {
    requestId,
    changeId: deriveChangeId(requestId, request.email),
    status: 'accepted',
    readAs: askedForView(request),
    links: { self: personLink(request.email) },
  });
}

/** Two calls are two requests, unless their caller says that they are one: the same may be meant again months later. */
function requestIdOf({ headers, by, body, apiRequestId }: OperatorRequest): RequestId {
  const key = headers.get('idempotency-key')?.trim();
  if (!key) return deriveRequestId('api', apiRequestId);
  return deriveRequestId('api', by, key, createHash('sha256').update(body.text).digest('hex'));
}
