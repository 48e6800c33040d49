import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { PathParameters, RouteTemplate } from '../http/route.ts';
import type { ApiKey } from './api-keys.ts';
import type { Cloud } from './cloud.ts';

/** A route that checks its caller itself. */
export interface OpenRoute extends RouteTemplate {
  readonly access: 'open';
  handle(request: ApiRequest, cloud: Cloud, parameters: PathParameters): Answer;
}

/** A route for bearers of an access token whose key has the scope. */
export interface BearerRoute extends RouteTemplate {
  readonly access: 'bearer-token';
  readonly scope: 'security:enterprise:member' | 'security:enterprise:admin';
  handle(request: ApiRequest, cloud: Cloud, parameters: PathParameters, apiKey: ApiKey): Answer;
}

export type Route = OpenRoute | BearerRoute;
