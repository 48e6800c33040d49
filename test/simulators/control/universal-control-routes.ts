import { z } from 'zod';
import type { BasicControl } from './cloud-control.ts';
import type { ControlRoute } from './control-route.ts';
import { parseInput } from './parse-input.ts';

const logFilterSchema = z.strictObject({ method: z.string().optional(), pathPrefix: z.string().optional() });
const changesSchema = z.record(z.string(), z.unknown());
const clockSchema = z.object({ advanceSeconds: z.number() });

/** What one simulator says in the routes that all have. */
export interface UniversalRouteTexts {
  /** What its state shows, for people. */
  readonly state: string;
  /** The parts of a reset that are its own. */
  readonly ownParts: string;
  readonly examples: {
    /** A query for the request log. */
    readonly requests: string;
    readonly settings: object;
    readonly fault: object;
    readonly clock: { readonly purpose: string; readonly advanceSeconds: number };
  };
}

/** The control routes that every simulator has. */
export function universalControlRoutes({
  state,
  ownParts,
  examples,
}: UniversalRouteTexts): readonly ControlRoute<BasicControl>[] {
  return [
    {
      method: 'GET',
      template: '/_control/state',
      purpose: state,
      example: { path: '/_control/state' },
      run: (control) => control.state(),
    },
    {
      method: 'GET',
      template: '/_control/requests',
      purpose: 'the request log; method and pathPrefix narrow it',
      example: { path: `/_control/requests?${examples.requests}` },
      run: (control, { query }) => control.requests(parseInput(logFilterSchema, Object.fromEntries(query))),
    },
    {
      method: 'GET',
      template: '/_control/requests/summary',
      purpose: 'how many requests there were of each method and route',
      example: { path: '/_control/requests/summary' },
      run: (control) => control.requestCounts(),
    },
    {
      method: 'POST',
      template: '/_control/reset',
      purpose: `back to the start; "only" limits it to clock, log, faults, settings, ${ownParts}`,
      example: { path: '/_control/reset', body: { only: ['log', 'faults'] } },
      run: (control, { body }) => {
        control.reset(body);
        return control.state();
      },
    },
    {
      method: 'PUT',
      template: '/_control/settings',
      purpose: 'change the named switches',
      example: { path: '/_control/settings', body: examples.settings },
      run: (control, { body }) => control.changeSettings(parseInput(changesSchema, body)),
    },
    {
      method: 'POST',
      template: '/_control/faults',
      purpose: 'let something go wrong with the next requests that match',
      example: { path: '/_control/faults', body: examples.fault },
      run: (control, { body }) => control.addFault(body),
    },
    {
      method: 'POST',
      template: '/_control/clock',
      purpose: `set the simulated clock ahead; ${examples.clock.purpose}`,
      example: { path: '/_control/clock', body: { advanceSeconds: examples.clock.advanceSeconds } },
      run: (control, { body }) => {
        control.advanceClock(parseInput(clockSchema, body).advanceSeconds);
        return { now: control.state().now };
      },
    },
  ];
}
