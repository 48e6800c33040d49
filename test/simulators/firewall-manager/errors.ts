import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { Cloud } from './cloud.ts';

const codes = { 400: 'INVALID_INPUT', 403: 'FORBIDDEN', 404: 'NOT_FOUND' } as const;

/** Error of the service. */
export function serviceError(status: keyof typeof codes, errorMsg: string): Answer {
  return { status, body: { errorCode: codes[status], errorMsg, details: {} } };
}

/** A 401, which has field names of its own; the gateway before the service has others still. */
export function unauthorised(request: ApiRequest, cloud: Cloud): Answer {
  if (cloud.settings.unauthorisedBody === 'service') {
    return { status: 401, body: { error: 'invalid_token', errorDescription: 'Your token is invalid' } };
  }
  const timestamp = cloud.clock.now().toISOString();
  const body = { timestamp, path: request.path, status: 401, error: 'Unauthorized', requestId: randomUUID() };
  return { status: 401, body };
}
