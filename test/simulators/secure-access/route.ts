import type { Answer } from './answer.ts';
import type { Cloud } from './cloud.ts';
import type { RateLimitedScope } from './rate-limits.ts';
import type { Scope } from './scope.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A request as the routes see it, with its body read to the end. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** What stands in the places of the template's braces. */
export type PathParameters = Readonly<Record<string, string>>;

interface RouteBase {
  readonly method: Method;
  /** The path with named gaps: `/policies/v2/rules/{ruleId}`. */
  readonly template: string;
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

export interface RouteMatch {
  readonly route: Route;
  readonly parameters: PathParameters;
}

/** Fits a path into a template; undefined if it does not fit. */
export function matchTemplate(template: string, path: string): PathParameters | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined ? segment !== value : value === '') return undefined;
    if (name !== undefined) parameters[name] = value;
  }
  return parameters;
}
