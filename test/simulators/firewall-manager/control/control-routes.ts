import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { universalControlRoutes } from '../../control/universal-control-routes.ts';
import { sha256Of } from '../../http/bearer-token.ts';
import { seededApiToken, seededUsers } from '../seed.ts';
import { vpnSessionSchema } from '../vpn-sessions.ts';
import type { SimulatorControl } from './control.ts';
import { firewallControlRoutes } from './firewall-control-routes.ts';
import { examineSchema, userSchema } from './inputs.ts';

/** Every control route; `npm run simulators` prints them from here. */
export const controlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  ...universalControlRoutes({
    state:
      'users and what became of their tokens, VPN sessions, rules, pending changes, deployments, switches, waiting faults, request counts',
    ownParts: 'users, sessions or firewalls',
    examples: {
      requests: 'method=POST&pathPrefix=/v1/users',
      settings: { generateWithLiveToken: 'same' },
      fault: {
        match: { method: 'POST', template: '/v1/users/{apiUserUid}/apiToken/generate' },
        effect: { kind: 'process-then-drop' },
      },
      clock: { purpose: 'API tokens never expire', advanceSeconds: 86_400 },
    },
  }),
  {
    method: 'POST',
    template: '/_control/tokens/examine',
    purpose: 'does a stored token work, and whose is it; named by its SHA-256',
    example: { path: '/_control/tokens/examine', body: { sha256: sha256Of(seededApiToken) } },
    run: (control, { body }) => control.examineToken(parseInput(examineSchema, body).sha256),
  },
  {
    method: 'POST',
    template: '/_control/users',
    purpose: 'add a user, or replace the one with the same uid, with a token or without',
    example: {
      path: '/_control/users',
      body: { ...seededUsers.second, role: 'ROLE_READ_ONLY', apiToken: 'another-api-token' },
    },
    run: (control, { body }) => {
      control.putUser(parseInput(userSchema, body));
      return { users: control.state().users };
    },
  },
  {
    method: 'POST',
    template: '/_control/vpn-sessions',
    purpose:
      'let somebody connect to a firewall by VPN, whose session is hard to end, or who comes back at once',
    example: {
      path: '/_control/vpn-sessions',
      body: { username: 'ada@acme.example', failingTerminations: 1 },
    },
    run: (control, { body }) => control.connect(parseInput(vpnSessionSchema, body)),
  },
  ...firewallControlRoutes,
];
