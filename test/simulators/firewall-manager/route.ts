import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { PathParameters, RouteTemplate } from '../http/route.ts';
import type { Cloud } from './cloud.ts';
import type { User } from './users.ts';

/** The holder of the token that a request carries. */
export interface Caller {
  readonly user: User;
  readonly token: string;
}

/** A route for holders of a token; some are for super-admins only. */
export interface Route extends RouteTemplate {
  readonly callers: 'everybody' | 'super-admins';
  handle(request: ApiRequest, cloud: Cloud, parameters: PathParameters, caller: Caller): Answer;
}
