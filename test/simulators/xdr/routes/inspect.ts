import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import { inspectError } from '../error-envelopes.ts';
import { recogniseObservables } from '../recognise-observables.ts';
import type { Route } from '../route.ts';

/**
 * Observables in a text.
 *
 * @see https://visibility.amp.cisco.com/iroh/iroh-inspect/index.html
 */
export const inspectRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/iroh/iroh-inspect/inspect',
    access: 'bearer-token',
    scope: 'inspect:read',
    api: 'iroh',
    handle: inspect,
  },
];

const bodySchema = z.object({ content: z.string() });

function inspect(request: ApiRequest): Answer {
  const body = parseJsonBody(request, bodySchema);
  return body.ok
    ? ok(recogniseObservables(body.value.content))
    : inspectError({ content: 'missing-required-key' });
}
