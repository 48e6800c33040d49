import { z } from 'zod';
import { newRuleSchema, ruleChangesSchema } from '../access-rules.ts';
import { apiKeySchema } from '../api-keys.ts';
import { faultSchema } from '../faults.ts';
import type { Method, PathParameters } from '../route.ts';
import { seededLists } from '../seed.ts';
import { settingsChangesSchema } from '../settings.ts';
import type { SimulatorControl } from './control.ts';
import { addByHandSchema, clockSchema, listSchema, resetSchema } from './inputs.ts';
import { parseInput } from './parse-input.ts';

/** What a control route receives. */
export interface ControlRequest {
  readonly query: URLSearchParams;
  readonly parameters: PathParameters;
  /** The parsed JSON body; an empty object if there was none. */
  readonly body: unknown;
}

/** A route under `/_control`, with what the local run prints about it. */
export interface ControlRoute {
  readonly method: Method;
  readonly template: string;
  /** One line for people. */
  readonly purpose: string;
  /** Path and body of a request that works on a fresh simulator. */
  readonly example: { readonly path: string; readonly body?: unknown };
  /** Gives the value to answer with; throws `RefusedInput` for wrong input. */
  run(control: SimulatorControl, request: ControlRequest): unknown;
}

const exampleListId = seededLists.usedByBlockRule.id;
const listIdSchema = z.object({ listId: z.coerce.number().int() });
const ruleIdSchema = z.object({ ruleId: z.coerce.number().int() });
const logFilterSchema = z.strictObject({ method: z.string().optional(), pathPrefix: z.string().optional() });
const rangeSchema = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).default(1_000),
});

/** Every control route; `npm run simulators` prints them from here. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    template: '/_control/state',
    purpose: 'keys, lists, rules, switches, waiting faults, request counts, what was posted twice',
    example: { path: '/_control/state' },
    run: (control) => control.state(),
  },
  {
    method: 'GET',
    template: '/_control/requests',
    purpose: 'the request log; method and pathPrefix narrow it',
    example: { path: '/_control/requests?method=POST&pathPrefix=/policies' },
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
    purpose: 'back to the start; "only" limits it to clock, log, faults, settings, lists or keys',
    example: { path: '/_control/reset', body: { only: ['log', 'faults'] } },
    run: (control, { body }) => {
      control.reset(parseInput(resetSchema, body));
      return control.state();
    },
  },
  {
    method: 'PUT',
    template: '/_control/settings',
    purpose: 'change the named switches',
    example: { path: '/_control/settings', body: { duplicates: 'refuse', mixedBatch: 'partial' } },
    run: (control, { body }) => control.changeSettings(parseInput(settingsChangesSchema, body)),
  },
  {
    method: 'POST',
    template: '/_control/faults',
    purpose: 'let something go wrong with the next requests that match',
    example: {
      path: '/_control/faults',
      body: {
        match: { method: 'POST', template: '/policies/v2/destinationlists/{destinationListId}/destinations' },
        effect: { kind: 'store-then-drop' },
      },
    },
    run: (control, { body }) => control.addFault(parseInput(faultSchema, body)),
  },
  {
    method: 'POST',
    template: '/_control/lists',
    purpose: 'make a list, or replace the one with the same id; destinations: values, or how many',
    example: { path: '/_control/lists', body: { id: 7_001_300, name: 'large', destinations: 250 } },
    run: (control, { body }) => control.putList(parseInput(listSchema, body)),
  },
  {
    method: 'GET',
    template: '/_control/lists/{listId}',
    purpose: "a list's destinations and how often each was posted; offset and limit page it",
    example: { path: `/_control/lists/${exampleListId}?limit=10` },
    run: (control, { parameters, query }) => {
      const { listId } = parseInput(listIdSchema, parameters);
      return control.destinations(listId, parseInput(rangeSchema, Object.fromEntries(query)));
    },
  },
  {
    method: 'POST',
    template: '/_control/lists/{listId}/destinations',
    purpose: 'add entries as another person would',
    example: {
      path: `/_control/lists/${exampleListId}/destinations`,
      body: { destinations: ['by-hand.example'] },
    },
    run: (control, { parameters, body }) => {
      const { listId } = parseInput(listIdSchema, parameters);
      control.addByHand(listId, parseInput(addByHandSchema, body).destinations);
      return control.state().lists.find((list) => list.id === listId);
    },
  },
  {
    method: 'POST',
    template: '/_control/rules',
    purpose: 'add an access rule',
    example: {
      path: '/_control/rules',
      body: {
        ruleName: 'Block unused',
        ruleAction: 'block',
        destinationListIds: [seededLists.usedByNoRule.id],
      },
    },
    run: (control, { body }) => control.addRule(parseInput(newRuleSchema, body)),
  },
  {
    method: 'PUT',
    template: '/_control/rules/{ruleId}',
    purpose: 'change the named fields of a rule',
    example: { path: '/_control/rules/591701', body: { ruleIsEnabled: false } },
    run: (control, { parameters, body }) => {
      const { ruleId } = parseInput(ruleIdSchema, parameters);
      return control.changeRule(ruleId, parseInput(ruleChangesSchema, body));
    },
  },
  {
    method: 'POST',
    template: '/_control/keys',
    purpose: 'add an API key, or replace secret and scopes of the one with the same name',
    example: {
      path: '/_control/keys',
      body: { key: 'read-only', secret: 'read-only-secret', scopes: ['policies:read'] },
    },
    run: (control, { body }) => {
      control.putKey(parseInput(apiKeySchema, body));
      return { keys: control.state().keys };
    },
  },
  {
    method: 'POST',
    template: '/_control/clock',
    purpose: 'set the simulated clock ahead; 3600 seconds expire every token',
    example: { path: '/_control/clock', body: { advanceSeconds: 3_600 } },
    run: (control, { body }) => {
      control.advanceClock(parseInput(clockSchema, body).advanceSeconds);
      return { now: control.state().now };
    },
  },
];
