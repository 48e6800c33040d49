import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import { askModules, modulesAnswer } from '../ask-modules.ts';
import type { Cloud } from '../cloud.ts';
import { irohError } from '../error-envelopes.ts';
import { type Observable, observableSchema } from '../observable.ts';
import type { Route } from '../route.ts';
import type { Action, SimulatedModule } from '../simulated-module.ts';
import { invalidBody, withObservables } from './observables-body.ts';

const respond = '/iroh/iroh-response/respond';

/**
 * What modules offer to do, and doing it.
 *
 * @see https://visibility.amp.cisco.com/iroh/iroh-response/index.html
 */
export const respondRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: `${respond}/observables`,
    access: 'bearer-token',
    scope: 'response/observables:read',
    api: 'iroh',
    handle: (request, cloud) => withObservables(request, (them) => listActions(them, cloud)),
  },
  {
    method: 'POST',
    template: `${respond}/trigger/{moduleInstanceId}/{actionId}`,
    access: 'bearer-token',
    scope: 'response/trigger:write',
    api: 'iroh',
    handle: trigger,
  },
];

function listActions(observables: readonly Observable[], cloud: Cloud): Answer {
  const said = askModules(cloud.modules.all(), cloud.settings, (module) =>
    observables.flatMap((observable) =>
      module.actions
        .filter(({ types }) => types.includes(observable.type))
        .map((action) => offer(module, action, observable, cloud)),
    ),
  );
  return modulesAnswer(said);
}

/** The action, or what undoes it once it was done. */
function offer(module: SimulatedModule, action: Action, observable: Observable, cloud: Cloud) {
  const isDone = action.undo !== null && cloud.triggers.isDone(module, action, observable);
  const { id, title } = isDone && action.undo ? action.undo : action;
  const query = new URLSearchParams({
    observable_type: observable.type,
    observable_value: observable.value,
    ...action.parameters,
  });
  return {
    id,
    title,
    description: title,
    categories: [module.name],
    url: `/respond/trigger/${module.instanceId}/${id}?${query}`,
  };
}

function trigger(request: ApiRequest, cloud: Cloud, parameters: PathParameters): Answer {
  const actionId = decodeURIComponent(parameters.actionId ?? '');
  const module = cloud.modules.find(decodeURIComponent(parameters.moduleInstanceId ?? ''));
  const action = module?.actions.find(({ id, undo }) => id === actionId || undo?.id === actionId);
  if (!module || !action) return irohError(404, 'not_found', 'No such module or action');
  const observable = observableSchema.safeParse({
    type: request.query.get('observable_type'),
    value: request.query.get('observable_value'),
  });
  if (!observable.success) return invalidBody('observable_type and observable_value are required');

  const isComplete = Object.entries(action.parameters).every(
    ([name, value]) => request.query.get(name) === value,
  );
  const status = isComplete && !module.error ? action.outcome : 'failure';
  cloud.triggers.add({
    time: cloud.clock.now().toISOString(),
    moduleInstanceId: module.instanceId,
    actionId,
    observable: observable.data,
    status,
  });
  return ok({ data: { status }, errors: [] });
}
