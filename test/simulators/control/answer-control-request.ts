import { RefusedInput } from '#shared/errors/refused-input.ts';
import { type Answer, ok } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { findRoute } from '../http/route.ts';
import type { ControlRoute } from './control-route.ts';

/** Whether a path belongs to the control and not to the cloud. */
export function isControlPath(path: string): boolean {
  return path === '/_control' || path.startsWith('/_control/');
}

/** Takes one request to `/_control`: 200 with the result, 400 for wrong input, 404 with a list of what there is. */
export function answerControlRequest<Control>(
  request: ApiRequest,
  control: Control,
  controlRoutes: readonly ControlRoute<Control>[],
): Answer {
  const match = findRoute(controlRoutes, request);
  if (!match) {
    const routes = controlRoutes.map(({ method, template, purpose }) => `${method} ${template}: ${purpose}`);
    return { status: 404, body: { message: `no control route ${request.method} ${request.path}`, routes } };
  }
  const { route, parameters } = match;
  try {
    return ok(route.run(control, { query: request.query, parameters, body: parseBody(request.body) }));
  } catch (problem) {
    if (!(problem instanceof RefusedInput)) throw problem;
    return { status: 400, body: { message: problem.message, example: route.example } };
  }
}

function parseBody(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RefusedInput('the body is not valid JSON', { cause });
  }
}
