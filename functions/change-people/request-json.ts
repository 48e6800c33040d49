import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { jsonBody } from '#shared/webhooks/json-body.ts';
import { rawBody } from '#shared/webhooks/raw-body.ts';

const largestBodyBytes = 200_000;
const deepestNesting = 8;

/** @throws RefusedRequest when the body is too large, or no JSON. */
export function requestJson({ body, headers }: Pick<HttpRequest, 'body' | 'headers'>): unknown {
  return jsonBody(rawBody(body, largestBodyBytes), {
    contentType: headers.get('content-type'),
    deepestNesting,
  });
}
