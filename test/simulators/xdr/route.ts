import type { Answer } from '../http/answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { PathParameters, RouteTemplate } from '../http/route.ts';
import type { Cloud } from './cloud.ts';

type Handle = (request: ApiRequest, cloud: Cloud, parameters: PathParameters) => Answer;

/** A route that checks its caller itself, or none. */
export interface OpenRoute extends RouteTemplate {
  readonly access: 'open';
  readonly handle: Handle;
}

/** A route for bearers of a token with the scope; each call counts against the organisation's hour. */
export interface BearerRoute extends RouteTemplate {
  readonly access: 'bearer-token';
  readonly scope: string;
  /** Whose errors it answers with: the platform's, or those of private intelligence. */
  readonly api: 'iroh' | 'ctia';
  readonly handle: Handle;
}

export type Route = OpenRoute | BearerRoute;
