import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Answer } from '../http/answer.ts';

/**
 * Error of the gateway in front of every API, and of the token route: `{ message }`.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-guides-errors-and-troubleshooting
 */
export function gatewayError(status: number, message: string): Answer {
  return { status, body: { message } };
}

/** Says that the bearer token has expired; documented with HTTP 400, seen with 401. */
export function expiredTokenError(status: 400 | 401): Answer {
  return { status, body: { error: 'invalid_request' } };
}

/**
 * Error of the destination lists: the real status stands in the body.
 * `httpStatus` is what the HTTP line says, which the cloud sets to 200 for some errors.
 */
export function destinationListError(
  statusCode: number,
  { message, httpStatus = statusCode }: { message?: string; httpStatus?: number } = {},
): Answer {
  const error = STATUS_CODES[statusCode] ?? 'Error';
  const explanation = message === undefined ? {} : { message };
  return { status: httpStatus, body: { statusCode, error, ...explanation, txId: supportId() } };
}

/** A list that does not exist: "404 Not Found" under HTTP 200, as the cloud was seen to answer. */
export function missingListError(): Answer {
  return destinationListError(404, { httpStatus: 200 });
}

/** Error of the access rules: `{ error, requestId }`. */
export function accessRuleError(status: number, error: string): Answer {
  return { status, body: { error, requestId: supportId() } };
}

/** Error of the network objects and their groups: `{ error }`. */
export function networkObjectError(status: number, error: string): Answer {
  return { status, body: { error } };
}

/** Error of the Key Admin part: `{ message: "error", description }`. */
export function keyAdminError(status: number, description: string): Answer {
  return { status, body: { message: 'error', description } };
}

/** Error of the deployments, such as roaming computers: `{ statusCode, error, message }`. */
export function deploymentsError(statusCode: number, message: string): Answer {
  return { status: statusCode, body: { statusCode, error: STATUS_CODES[statusCode] ?? 'Error', message } };
}

/** Error of the log bucket's key: `{ timestamp, status, error, path }`. */
export function logBucketError(
  status: number,
  error: string,
  { path, now }: { path: string; now: Date },
): Answer {
  return { status, body: { timestamp: now.toISOString(), status, error, path } };
}

/** What a customer would quote to Cisco's support. */
function supportId(): string {
  return randomBytes(6).toString('hex');
}
