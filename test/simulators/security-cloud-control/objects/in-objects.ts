import type { Answer } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import { authorise } from '../authorise.ts';
import type { Cloud } from '../cloud.ts';
import type { BearerRoute, OpenRoute } from '../route.ts';
import { objectError } from './object-error.ts';

type Handle = (request: ApiRequest, cloud: Cloud, parameters: PathParameters) => Answer;

export const objectsPath = '/v1/organizations/{orgId}/domains/global/objects';

/** A route about objects: it looks at region, token and rights itself, since it refuses in words of its own. */
export function objectsRoute(
  method: OpenRoute['method'],
  below: '' | `/${string}`,
  handle: Handle,
): OpenRoute {
  const template = `${objectsPath}${below}`;
  const isRead = method === 'GET' || below === '/bulk';
  const scope = isRead ? 'security:enterprise:member' : 'security:enterprise:admin';
  return {
    method,
    template,
    access: 'open',
    handle(request, cloud, parameters) {
      if (cloud.settings.objectsRegion === 'wrong') return objectError(421);
      const needed: BearerRoute = { method, template, access: 'bearer-token', scope, handle };
      const authorisation = authorise(request, needed, cloud);
      if (!authorisation.granted) return objectError(authorisation.refusal.status);
      if (cloud.settings.objectScopes === 'missing') return objectError(403, 'Insufficient scope');
      if (parameters.orgId !== authorisation.apiKey.organisation.id) return objectError(403);
      return handle(request, cloud, parameters);
    },
  };
}
