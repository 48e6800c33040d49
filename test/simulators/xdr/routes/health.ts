import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import { named } from '../ask-modules.ts';
import type { Cloud } from '../cloud.ts';
import { irohError } from '../error-envelopes.ts';
import type { Route } from '../route.ts';
import type { SimulatedModule } from '../simulated-module.ts';

const template = '/iroh/iroh-enrich/health';

/**
 * Whether the modules can be asked. The scope is not under `enrich`.
 *
 * @see https://visibility.amp.cisco.com/iroh/iroh-enrich/index.html
 */
export const healthRoutes: readonly Route[] = [
  {
    method: 'POST',
    template,
    access: 'bearer-token',
    scope: 'integration/health:read',
    api: 'iroh',
    handle: (_request, cloud) => ok({ data: cloud.modules.all().map(health), errors: [] }),
  },
  {
    method: 'POST',
    template: `${template}/{moduleInstanceId}`,
    access: 'bearer-token',
    scope: 'integration/health:read',
    api: 'iroh',
    handle: healthOfOne,
  },
];

/** Here `data` is one object instead of a list. */
function healthOfOne(_request: ApiRequest, cloud: Cloud, { moduleInstanceId = '' }: PathParameters): Answer {
  const module = cloud.modules.find(moduleInstanceId);
  return module ? ok({ data: health(module), errors: [] }) : irohError(404, 'not_found', 'No such module');
}

function health(module: SimulatedModule) {
  return { ...named(module), data: { status: module.health } };
}
