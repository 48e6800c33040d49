import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { PathParameters, RouteTemplate } from '../http/route.ts';
import type { TokenHolder } from './access-tokens.ts';
import type { Cloud } from './cloud.ts';
import type { RateLimitedScope } from './rate-limits.ts';
import type { Scope } from './scope.ts';

/** A route that checks its caller itself. */
export interface OpenRoute extends RouteTemplate {
  readonly access: 'open';
  handle(request: ApiRequest, cloud: Cloud, parameters: PathParameters): Answer;
}

/** A route for bearers of a token whose key has the scope; each call counts against the key's rate limit. */
export interface BearerRoute extends RouteTemplate {
  readonly access: 'bearer-token';
  readonly scope: Scope;
  readonly rateLimit: RateLimitedScope;
  /** How a refusal for token, scope or rate is written. @default as the gateway writes it */
  readonly envelope?: (status: number, text: string, origin: { path: string; now: Date }) => Answer;
  handle(request: ApiRequest, cloud: Cloud, parameters: PathParameters, caller: TokenHolder): Answer;
}

export type Route = OpenRoute | BearerRoute;
