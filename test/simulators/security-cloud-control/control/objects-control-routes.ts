import { z } from 'zod';
import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { objectNameSchema } from '../objects/object-requests.ts';
import { seededNetworkGroup } from '../objects/seed-objects.ts';
import type { SimulatorControl } from './control.ts';
import {
  groupEntriesInputSchema,
  networkGroupInputSchema,
  networkObjectInputSchema,
  objectUsageInputSchema,
} from './objects-inputs.ts';

const nameSchema = z.object({ name: objectNameSchema });
const host = (value: string) => ({ subtype: 'host', value });

/** The control routes about network objects and groups. */
export const objectsControlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  {
    method: 'POST',
    template: '/_control/network-objects',
    purpose: 'make a network object, or replace the one with that name',
    example: { path: '/_control/network-objects', body: { name: 'web-1', ...host('192.0.2.10') } },
    run: (control, { body }) => {
      control.objects.putObject(parseInput(networkObjectInputSchema, body));
      return { networkObjects: control.state().networkObjects };
    },
  },
  {
    method: 'POST',
    template: '/_control/network-groups',
    purpose: 'make a group, or replace what the one with that name holds',
    example: {
      path: '/_control/network-groups',
      body: { name: 'another-block', inlineObjects: [host('198.51.100.7')] },
    },
    run: (control, { body }) => {
      control.objects.putGroup(parseInput(networkGroupInputSchema, body));
      return { networkGroups: control.state().networkGroups };
    },
  },
  {
    method: 'POST',
    template: '/_control/network-groups/entries',
    purpose: 'add entries to a group by hand, and take others out',
    example: {
      path: '/_control/network-groups/entries',
      body: {
        name: seededNetworkGroup.name,
        add: [host('198.51.100.8')],
        remove: [seededNetworkGroup.byHand],
      },
    },
    run: (control, { body }) => {
      control.objects.editGroup(parseInput(groupEntriesInputSchema, body));
      return { networkGroups: control.state().networkGroups };
    },
  },
  {
    method: 'POST',
    template: '/_control/network-objects/usage',
    purpose: 'say where an object or group is used, so that it cannot be deleted',
    example: {
      path: '/_control/network-objects/usage',
      body: {
        name: seededNetworkGroup.name,
        usageLocations: [
          { locationType: 'firewall_rule', locationName: 'deny list', product: 'scc', count: 1 },
        ],
      },
    },
    run: (control, { body }) => {
      control.objects.use(parseInput(objectUsageInputSchema, body));
      return { networkGroups: control.state().networkGroups };
    },
  },
  {
    method: 'DELETE',
    template: '/_control/network-objects/{name}',
    purpose: 'delete an object or group, used or not',
    example: { path: `/_control/network-objects/${seededNetworkGroup.name}` },
    run: (control, { parameters }) => {
      control.objects.delete(parseInput(nameSchema, parameters).name);
      return { networkGroups: control.state().networkGroups };
    },
  },
];
