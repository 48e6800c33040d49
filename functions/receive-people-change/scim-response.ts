import { RefusedInput } from '#shared/errors/refused-input.ts';
import { type HttpResponse, jsonResponse } from '#shared/lambda/http-response.ts';
import { problems } from '#shared/lambda/problem.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { scimError } from '#shared/people/scim/scim-error.ts';
import { ScimRefusal } from '#shared/people/scim/scim-refusal.ts';

/** @see https://www.rfc-editor.org/rfc/rfc7644#section-8.1 */
const contentType = 'application/scim+json';

export function scimResponse(
  statusCode: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return jsonResponse(statusCode, body, { ...headers, 'content-type': contentType });
}

/** An answer without a body. */
export const noContent: HttpResponse = {
  statusCode: 204,
  headers: { 'cache-control': 'no-store' },
  body: '',
};

/**
 * A refusal as identity providers read it.
 * @returns Nothing for what is not the caller's fault: the stack around every route answers, logs and counts that.
 */
export function scimRefusalResponse(error: unknown): HttpResponse | undefined {
  if (error instanceof ScimRefusal) {
    return scimResponse(error.status, scimError(error.status, error.message, error.scimType));
  }
  if (error instanceof RefusedRequest) {
    const { status } = problems[error.kind];
    return scimResponse(status, scimError(status, error.message), error.headers);
  }
  if (error instanceof RefusedInput) {
    return scimResponse(400, scimError(400, error.message, 'invalidValue'));
  }
  return undefined;
}
