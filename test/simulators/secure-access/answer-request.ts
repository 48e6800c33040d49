import type { Sleep } from '#shared/time/sleep.ts';
import { bearerToken, shortTokenId } from './access-tokens.ts';
import { addByHand } from './add-by-hand.ts';
import type { Answer, Outcome } from './answer.ts';
import { gatewayRefusal } from './authorise.ts';
import type { Cloud } from './cloud.ts';
import { gatewayError } from './error-envelopes.ts';
import type { FaultEffect } from './faults.ts';
import type { ApiRequest, RouteMatch } from './route.ts';
import { findRoute } from './route-table.ts';

/**
 * Takes one request through fault, latency, gateway and route, and writes it down in the log.
 * Rejects with the signal's reason when the simulator closes during a wait.
 */
export async function answerRequest(
  request: ApiRequest,
  cloud: Cloud,
  { sleep, signal }: { sleep: Sleep; signal: AbortSignal },
): Promise<Outcome> {
  const match = findRoute(request.method, request.path);
  const template = match?.route.template ?? '(no route)';
  const effect = cloud.faults.take({ method: request.method, path: request.path, template });
  const token = bearerToken(request.authorization);
  const query = request.query.size === 0 ? '' : `?${request.query}`;
  const entry = cloud.log.open({
    time: cloud.clock.now().toISOString(),
    method: request.method,
    path: request.path + query,
    template,
    items: countItems(request.body),
    tokenId: token === undefined ? null : shortTokenId(token),
    fault: effect?.kind ?? null,
  });

  if (cloud.settings.latencyMilliseconds > 0) await sleep(cloud.settings.latencyMilliseconds, signal);
  if (effect?.kind === 'delay') await sleep(effect.milliseconds, signal);
  const outcome = applyFault(effect, request, match, cloud);
  entry.outcome = outcome.kind;
  entry.status = outcome.kind === 'answered' ? outcome.answer.status : null;
  return outcome;
}

function applyFault(
  effect: FaultEffect | undefined,
  request: ApiRequest,
  match: RouteMatch | undefined,
  cloud: Cloud,
): Outcome {
  switch (effect?.kind) {
    case 'respond':
      return { kind: 'answered', answer: answerOf(effect) };
    case 'drop':
      return { kind: 'cut-off' };
    case 'store-then-hang':
      processRequest(request, match, cloud);
      return { kind: 'left-hanging' };
    case 'store-then-drop':
      processRequest(request, match, cloud);
      return { kind: 'cut-off' };
    case 'store-then-respond':
      processRequest(request, match, cloud);
      return { kind: 'answered', answer: answerOf(effect) };
    case 'expire-token':
      cloud.tokens.expire(bearerToken(request.authorization) ?? '', cloud.clock.now());
      break;
    case 'add-by-hand':
      addByHand(effect.listId, effect.destinations, cloud);
      break;
    case 'delay':
    case undefined:
      break;
  }
  return { kind: 'answered', answer: processRequest(request, match, cloud) };
}

function processRequest(request: ApiRequest, match: RouteMatch | undefined, cloud: Cloud): Answer {
  if (!match) return gatewayError(404, 'Not Found');
  const { route, parameters } = match;
  const refusal = route.access === 'bearer-token' ? gatewayRefusal(request, route, cloud) : undefined;
  return refusal ?? route.handle(request, cloud, parameters);
}

function answerOf({ status, headers, body }: Answer): Answer {
  return { status, body, headers: headers ?? {} };
}

function countItems(body: string): number | null {
  if (!body.trimStart().startsWith('[')) return null;
  try {
    const json: unknown = JSON.parse(body);
    return Array.isArray(json) ? json.length : null;
  } catch {
    return null;
  }
}
