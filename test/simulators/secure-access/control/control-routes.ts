import { z } from 'zod';
import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { universalControlRoutes } from '../../control/universal-control-routes.ts';
import { sha256Of } from '../../http/bearer-token.ts';
import { newRuleSchema, ruleChangesSchema } from '../access-rules.ts';
import { activitySchema } from '../activity.ts';
import { consoleKeySchema, keyChangesSchema } from '../api-key.ts';
import { seededKey, seededLists } from '../seed.ts';
import type { SimulatorControl } from './control.ts';
import { addByHandSchema, examineSchema, listSchema } from './inputs.ts';
import { networkObjectsControlRoutes } from './network-objects-routes.ts';
import { peopleControlRoutes } from './people-routes.ts';

const exampleListId = seededLists.usedByBlockRule.id;
const listIdSchema = z.object({ listId: z.coerce.number().int() });
const keyIdSchema = z.object({ apiKeyId: z.uuid() });
const ruleIdSchema = z.object({ ruleId: z.coerce.number().int() });
const rangeSchema = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).default(1_000),
});

/** Every control route; `npm run simulators` prints them from here. */
export const controlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  ...universalControlRoutes({
    state:
      'keys, lists, rules, people, network objects, switches, waiting faults, request counts, what was posted twice',
    ownParts: 'lists, keys, activity, people or objects',
    examples: {
      requests: 'method=POST&pathPrefix=/policies',
      settings: { duplicates: 'refuse', mixedBatch: 'partial' },
      fault: {
        match: { method: 'POST', template: '/policies/v2/destinationlists/{destinationListId}/destinations' },
        effect: { kind: 'process-then-drop' },
      },
      clock: { purpose: '3600 seconds expire every token', advanceSeconds: 3_600 },
    },
  }),
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
    purpose: 'make an API key as a person would, or make the one with the same client id anew',
    example: {
      path: '/_control/keys',
      body: { key: 'read-only', secret: 'read-only-secret', scopes: ['policies:read'] },
    },
    run: (control, { body }) => {
      control.putKey(parseInput(consoleKeySchema, body));
      return { keys: control.state().keys };
    },
  },
  {
    method: 'PUT',
    template: '/_control/keys/{apiKeyId}',
    purpose: 'disable a key, set its expiry date, or deactivate the person who made it',
    example: { path: `/_control/keys/${seededKey.id}`, body: { enabled: false } },
    run: (control, { parameters, body }) => {
      control.changeKey(parseInput(keyIdSchema, parameters).apiKeyId, parseInput(keyChangesSchema, body));
      return { keys: control.state().keys };
    },
  },
  {
    method: 'POST',
    template: '/_control/activity',
    purpose: 'let users and devices go to a destination, for the reports; identities: labels, or how many',
    example: { path: '/_control/activity', body: { domain: 'www.busy.example', identities: 60 } },
    run: (control, { body }) => {
      control.addActivity(parseInput(activitySchema, body));
      return { activityCount: control.state().activityCount };
    },
  },
  {
    method: 'POST',
    template: '/_control/secrets/examine',
    purpose: 'does a stored secret or token work, and is it the newest; named by its SHA-256',
    example: { path: '/_control/secrets/examine', body: { sha256: sha256Of(seededKey.secret) } },
    run: (control, { body }) => control.examineSecret(parseInput(examineSchema, body).sha256),
  },
  ...peopleControlRoutes,
  ...networkObjectsControlRoutes,
];
