import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { PathParameters, RouteTemplate } from '../http/route.ts';
import type { Cloud } from './cloud.ts';
import type { RateLimitedScope } from './rate-limits.ts';
import type { Scope } from './scope.ts';

interface RouteBase extends RouteTemplate {
  handle(request: ApiRequest, cloud: Cloud, parameters: PathParameters): Answer;
}

/** A route that checks its caller itself. */
export interface OpenRoute extends RouteBase {
  readonly access: 'open';
}

/** A route for bearers of a token whose key has the scope; each call counts against the key's rate limit. */
export interface BearerRoute extends RouteBase {
  readonly access: 'bearer-token';
  readonly scope: Scope;
  readonly rateLimit: RateLimitedScope;
}

export type Route = OpenRoute | BearerRoute;
