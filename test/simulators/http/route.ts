export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What stands in the places of the template's braces. */
export type PathParameters = Readonly<Record<string, string>>;

/** What of a route decides whether it takes a request. */
export interface RouteTemplate {
  readonly method: Method;
  /** The path with named gaps: `/policies/v2/rules/{ruleId}`. */
  readonly template: string;
}

export interface RouteMatch<R extends RouteTemplate> {
  readonly route: R;
  readonly parameters: PathParameters;
}

/** The first route that takes a request, if any does. */
export function findRoute<R extends RouteTemplate>(
  routes: readonly R[],
  { method, path }: { readonly method: string; readonly path: string },
): RouteMatch<R> | undefined {
  for (const route of routes) {
    const parameters = route.method === method ? matchTemplate(route.template, path) : undefined;
    if (parameters) return { route, parameters };
  }
  return undefined;
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
