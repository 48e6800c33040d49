import { z } from 'zod';
import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { seededDevices } from '../devices.ts';
import { accessRuleSchema } from '../firewalls/access-rules.ts';
import { addedDeviceSchema } from '../firewalls/inventory.ts';
import { networkObjectSchema } from '../firewalls/network-objects.ts';
import { pendingChangeSchema } from '../firewalls/pending-changes.ts';
import type { SimulatorControl } from './control.ts';
import { failingDeploymentSchema } from './inputs.ts';

const exampleUid = '7131daad-1c6b-4c1f-9b8e-0a5d4e3f2d02';

/** What can be done past the API to firewalls, rules, objects and deployments. */
export const firewallControlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  {
    method: 'POST',
    template: '/_control/firewalls',
    purpose: 'add a firewall, or replace the added one with the same uid',
    example: {
      path: '/_control/firewalls',
      body: { uid: exampleUid, name: 'edge-1', deviceType: 'CDFMC_MANAGED_FTD' },
    },
    run: (control, { body }) => control.firewalls.add(parseInput(addedDeviceSchema, body)),
  },
  {
    method: 'POST',
    template: '/_control/access-rules',
    purpose: 'add a rule to a firewall that denies or permits a group',
    example: { path: '/_control/access-rules', body: { action: 'DENY', network: { name: 'soc-block' } } },
    run: (control, { body }) => control.firewalls.addRule(parseInput(accessRuleSchema, body)),
  },
  {
    method: 'DELETE',
    template: '/_control/access-rules/{uid}',
    purpose: 'remove a rule',
    example: { path: `/_control/access-rules/${exampleUid}` },
    run: (control, { parameters }) => {
      control.firewalls.removeRule(parseInput(z.uuid(), parameters.uid));
      return { removed: parameters.uid };
    },
  },
  {
    method: 'POST',
    template: '/_control/objects',
    purpose: 'add a network object or group, or replace the one with the same uid',
    example: { path: '/_control/objects', body: { uid: exampleUid, name: 'soc-block' } },
    run: (control, { body }) => control.firewalls.putObject(parseInput(networkObjectSchema, body)),
  },
  {
    method: 'POST',
    template: '/_control/pending-changes',
    purpose: 'let somebody change something for a firewall that is not deployed yet',
    example: {
      path: '/_control/pending-changes',
      body: { deviceUid: seededDevices.secondHeadend.uid, name: 'soc-block', by: 'bob@acme.example' },
    },
    run: (control, { body }) => control.firewalls.change(parseInput(pendingChangeSchema, body)),
  },
  {
    method: 'POST',
    template: '/_control/failing-deployments',
    purpose: 'let the next deployments to a firewall fail',
    example: {
      path: '/_control/failing-deployments',
      body: { deviceUid: seededDevices.firstHeadend.uid, times: 1, reason: 'Device unreachable' },
    },
    run: (control, { body }) => {
      const failing = parseInput(failingDeploymentSchema, body);
      control.firewalls.failNext(failing);
      return failing;
    },
  },
];
