import type { Method, PathParameters } from '../http/route.ts';

/** What a control route receives. */
export interface ControlRequest {
  readonly query: URLSearchParams;
  readonly parameters: PathParameters;
  /** The parsed JSON body; an empty object if there was none. */
  readonly body: unknown;
}

/** A route under `/_control`, with what the local run prints about it. */
export interface ControlRoute<Control> {
  readonly method: Method;
  readonly template: string;
  /** One line for people. */
  readonly purpose: string;
  /** Path and body of a request that works on a fresh simulator. */
  readonly example: { readonly path: string; readonly body?: unknown };
  /** Gives the value to answer with; throws `RefusedInput` for wrong input. */
  run(control: Control, request: ControlRequest): unknown;
}

/** Two lines for people for each route: what it does, and a request to copy. */
export function describeControlRoutes<Control>(
  url: string,
  routes: readonly ControlRoute<Control>[],
): readonly string[] {
  return routes.map(({ method, purpose, example }) => {
    const body = example.body === undefined ? '' : ` -d '${JSON.stringify(example.body)}'`;
    return `  # ${purpose}\n  curl -s -X ${method} '${url}${example.path}'${body}`;
  });
}
