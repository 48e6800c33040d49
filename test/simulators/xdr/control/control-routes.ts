import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { universalControlRoutes } from '../../control/universal-control-routes.ts';
import { apiClientSchema } from '../api-clients.ts';
import { seededClient, seededModules } from '../seed.ts';
import { moduleSchema } from '../simulated-module.ts';
import type { SimulatorControl } from './control.ts';
import { quotaSchema } from './inputs.ts';

/** Every control route; `npm run simulators` prints them from here. */
export const controlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  ...universalControlRoutes({
    state: 'clients, modules, triggers, entities, the hour, switches, waiting faults, request counts',
    ownParts: 'clients, modules, triggers, intelligence, quota',
    examples: {
      requests: 'method=POST&pathPrefix=/iroh/iroh-enrich',
      settings: { retryAfterForm: 'seconds-with-unit' },
      fault: {
        match: { template: '/iroh/iroh-response/respond/trigger/{moduleInstanceId}/{actionId}' },
        effect: { kind: 'process-then-drop' },
      },
      clock: { purpose: 'a token lives for 600 seconds, the hour for 3600', advanceSeconds: 600 },
    },
  }),
  {
    method: 'POST',
    template: '/_control/clients',
    purpose: 'make a client as a person would, or make the one with the same id anew',
    example: {
      path: '/_control/clients',
      body: { ...seededClient, clientId: 'client-other', ownerScopes: ['inspect:read', 'enrich:read'] },
    },
    run: (control, { body }) => {
      control.putClient(parseInput(apiClientSchema, body));
      return { clients: control.state().clients };
    },
  },
  {
    method: 'POST',
    template: '/_control/modules',
    purpose: 'add a module, or replace the one with the same instance id: ratings, error, slowness, actions',
    example: {
      path: '/_control/modules',
      body: { instanceId: 'down', name: 'Broken Feed', error: { code: 'down' }, takesMilliseconds: 50 },
    },
    run: (control, { body }) => {
      control.putModule(parseInput(moduleSchema, body));
      return { modules: control.state().modules };
    },
  },
  {
    method: 'DELETE',
    template: '/_control/modules/{moduleInstanceId}',
    purpose: 'remove a module',
    example: { path: `/_control/modules/${seededModules.endpoint.instanceId}` },
    run: (control, { parameters }) => {
      control.deleteModule(parameters.moduleInstanceId ?? '');
      return { modules: control.state().modules };
    },
  },
  {
    method: 'POST',
    template: '/_control/quota',
    purpose: "use up a part of the organisation's hour, or refuse everything for so many seconds",
    example: { path: '/_control/quota', body: { usedByOthers: 100, refuseForSeconds: 3_557 } },
    run: (control, { body }) => control.changeQuota(parseInput(quotaSchema, body)),
  },
  {
    method: 'GET',
    template: '/_control/triggers',
    purpose: 'everything that was triggered, and how often for each observable',
    example: { path: '/_control/triggers' },
    run: (control) => ({ triggers: control.triggers(), counts: control.state().triggerCounts }),
  },
  {
    method: 'GET',
    template: '/_control/entities',
    purpose: 'everything in private intelligence',
    example: { path: '/_control/entities' },
    run: (control) => control.entities(),
  },
];
