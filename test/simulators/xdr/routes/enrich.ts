import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import { askModules, modulesAnswer } from '../ask-modules.ts';
import type { Cloud } from '../cloud.ts';
import { moduleDocuments } from '../module-documents.ts';
import { type Observable, observableSchema } from '../observable.ts';
import type { BearerRoute } from '../route.ts';
import type { SimulatedModule } from '../simulated-module.ts';
import { invalidBody, withObservables } from './observables-body.ts';

/**
 * What the modules know of observables.
 *
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export const enrichRoutes: readonly BearerRoute[] = [
  {
    method: 'POST',
    template: '/iroh/iroh-enrich/deliberate/observables',
    access: 'bearer-token',
    scope: 'enrich/observables/deliberate:read',
    api: 'iroh',
    handle: (request, cloud) =>
      withObservables(request, (them) => enrich(them, 'deliberate', request, cloud)),
  },
  {
    method: 'POST',
    template: '/iroh/iroh-enrich/observe/observables',
    access: 'bearer-token',
    scope: 'enrich/observables/observe:read',
    api: 'iroh',
    handle: (request, cloud) => withObservables(request, (them) => enrich(them, 'observe', request, cloud)),
  },
  {
    method: 'POST',
    template: '/iroh/iroh-enrich/observe/targets',
    access: 'bearer-token',
    scope: 'enrich/observables/observe:read',
    api: 'iroh',
    handle: observeTargets,
  },
  {
    method: 'POST',
    template: '/iroh/iroh-enrich/refer/observables',
    access: 'bearer-token',
    scope: 'enrich/observables/refer:read',
    api: 'iroh',
    handle: (request, cloud) => withObservables(request, (them) => refer(them, cloud)),
  },
  {
    method: 'GET',
    template: '/iroh/iroh-enrich/reputation/observable',
    access: 'bearer-token',
    scope: 'enrich/observables/reputation:read',
    api: 'iroh',
    handle: reputation,
  },
];

const targetsSchema = z.object({
  observables: z.array(observableSchema).min(1),
  start_time: z.iso.datetime(),
  end_time: z.iso.datetime(),
});

function enrich(
  observables: readonly Observable[],
  depth: 'deliberate' | 'observe',
  request: ApiRequest,
  cloud: Cloud,
): Answer {
  const options = { depth, now: cloud.clock.now(), settings: cloud.settings };
  const said = askModules(askedModules(request, cloud), cloud.settings, (module) => [
    { module_instance_state: 'active', data: moduleDocuments(module, observables, options) },
  ]);
  return modulesAnswer(said);
}

/** The modules that `mids` names, or all of them. */
function askedModules(request: ApiRequest, cloud: Cloud): readonly SimulatedModule[] {
  const named = request.query.getAll('mids');
  return cloud.modules.all().filter(({ instanceId }) => named.length === 0 || named.includes(instanceId));
}

function observeTargets(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, targetsSchema);
  return body.ok ? enrich(body.value.observables, 'observe', request, cloud) : invalidBody(body.problem);
}

function refer(observables: readonly Observable[], cloud: Cloud): Answer {
  const said = askModules(cloud.modules.all(), cloud.settings, (module) =>
    observables.map(({ type, value }) => ({
      id: `ref-${module.instanceId}-${type}-${value}`,
      title: `Look at ${value} in ${module.name}`,
      description: `Opens ${module.name}`,
      url: `https://console.example/${encodeURIComponent(module.name)}?${new URLSearchParams({ q: value })}`,
      categories: [module.name],
    })),
  );
  return modulesAnswer(said);
}

/** XDR's own verdict is that of the first module that has one: how the real one combines them is not documented. */
function reputation(request: ApiRequest, cloud: Cloud): Answer {
  const observable = observableSchema.safeParse(Object.fromEntries(request.query));
  if (!observable.success) return invalidBody('type and value are required');
  const options = { depth: 'deliberate', now: cloud.clock.now(), settings: cloud.settings } as const;
  const { data, errors, afterMilliseconds } = askModules(cloud.modules.all(), cloud.settings, (module) => [
    { data: moduleDocuments(module, [observable.data], options) },
  ]);
  const [verdict] = data.flatMap((item) => item.data.verdicts?.docs ?? []);
  const combined = { ...(verdict === undefined ? {} : { reputation: verdict }), data, errors };
  return { ...ok({ data: combined, errors: [] }), afterMilliseconds };
}
