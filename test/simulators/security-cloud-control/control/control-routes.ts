import { z } from 'zod';
import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { universalControlRoutes } from '../../control/universal-control-routes.ts';
import { sha256Of } from '../../http/bearer-token.ts';
import { seededApiKey } from '../seed.ts';
import type { SimulatorControl } from './control.ts';
import { examineSchema, keyChangesSchema, newKeySchema } from './inputs.ts';
import { objectsControlRoutes } from './objects-control-routes.ts';
import { organisationControlRoutes } from './organisation-control-routes.ts';
import { peopleControlRoutes } from './people-control-routes.ts';

const keyIdSchema = z.object({ apiKeyId: z.uuid() });

/** Every control route; `npm run simulators` prints them from here. */
export const controlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  ...universalControlRoutes({
    state:
      'keys and what became of their refresh tokens, organisations with their subscriptions, users with their groups and roles, network objects and groups, switches, waiting faults, request counts',
    ownParts: 'keys, people, organisations, objects',
    examples: {
      requests: 'method=POST&pathPrefix=/v1/organizations',
      settings: { newRefreshToken: 'from-day-45', replacedRefreshToken: 'lives-on' },
      fault: {
        match: { method: 'POST', template: '/v1/organizations/{orgId}/apiKeys/{apiKeyId}/token' },
        effect: { kind: 'process-then-drop' },
      },
      clock: { purpose: '64799 seconds expire every access token', advanceSeconds: 64_799 },
    },
  }),
  {
    method: 'POST',
    template: '/_control/tokens/examine',
    purpose: 'does a stored token work, and is it the newest; named by its SHA-256',
    example: { path: '/_control/tokens/examine', body: { sha256: sha256Of(seededApiKey.refreshToken) } },
    run: (control, { body }) => control.examineToken(parseInput(examineSchema, body).sha256),
  },
  {
    method: 'POST',
    template: '/_control/keys',
    purpose: 'make a key as a person would, or make one anew with another refresh token',
    example: {
      path: '/_control/keys',
      body: {
        apiKeyId: 'b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8c02',
        refreshToken: 'another-refresh-token',
        role: 'member',
      },
    },
    run: (control, { body }) => {
      control.putKey(parseInput(newKeySchema, body));
      return { keys: control.state().keys };
    },
  },
  {
    method: 'PUT',
    template: '/_control/keys/{apiKeyId}',
    purpose: 'disable or enable a key, or set its expiry date, as a person would',
    example: { path: `/_control/keys/${seededApiKey.apiKeyId}`, body: { enabled: false } },
    run: (control, { parameters, body }) => {
      control.changeKey(parseInput(keyIdSchema, parameters).apiKeyId, parseInput(keyChangesSchema, body));
      return { keys: control.state().keys };
    },
  },
  {
    method: 'DELETE',
    template: '/_control/keys/{apiKeyId}',
    purpose: 'delete a key, as a person would',
    example: { path: `/_control/keys/${seededApiKey.apiKeyId}` },
    run: (control, { parameters }) => {
      control.deleteKey(parseInput(keyIdSchema, parameters).apiKeyId);
      return { keys: control.state().keys };
    },
  },
  ...organisationControlRoutes,
  ...peopleControlRoutes,
  ...objectsControlRoutes,
];
