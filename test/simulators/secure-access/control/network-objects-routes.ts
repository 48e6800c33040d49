import { z } from 'zod';
import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { seededNetworkObjectGroup } from '../network-objects/seed-network-objects.ts';
import type { SimulatorControl } from './control.ts';
import {
  groupValuesInputSchema,
  networkObjectGroupInputSchema,
  networkObjectInputSchema,
} from './network-objects-control.ts';

const nameSchema = z.object({ name: z.string().min(1) });
const host = (address: string) => ({ type: 'host', addresses: [address] });

/** The control routes about network objects and their groups. */
export const networkObjectsControlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  {
    method: 'POST',
    template: '/_control/network-objects',
    purpose: 'make a network object, or replace the one with that name',
    example: { path: '/_control/network-objects', body: { name: 'web-1', value: host('192.0.2.10') } },
    run: ({ networkObjects }, { body }) => {
      networkObjects.putObject(parseInput(networkObjectInputSchema, body));
      return networkObjects.state();
    },
  },
  {
    method: 'POST',
    template: '/_control/network-object-groups',
    purpose: 'make a group of network objects, or replace what the one with that name holds',
    example: {
      path: '/_control/network-object-groups',
      body: { name: 'another-block', values: [host('198.51.100.7')] },
    },
    run: ({ networkObjects }, { body }) => {
      networkObjects.putGroup(parseInput(networkObjectGroupInputSchema, body));
      return networkObjects.state();
    },
  },
  {
    method: 'POST',
    template: '/_control/network-object-groups/values',
    purpose: 'add values to a group by hand, and take others out',
    example: {
      path: '/_control/network-object-groups/values',
      body: {
        name: seededNetworkObjectGroup.name,
        add: [host('198.51.100.8')],
        remove: [seededNetworkObjectGroup.byHand],
      },
    },
    run: ({ networkObjects }, { body }) => {
      networkObjects.editGroup(parseInput(groupValuesInputSchema, body));
      return networkObjects.state();
    },
  },
  {
    method: 'DELETE',
    template: '/_control/network-object-groups/{name}',
    purpose: 'delete a group, used or not',
    example: { path: `/_control/network-object-groups/${seededNetworkObjectGroup.name}` },
    run: ({ networkObjects }, { parameters }) => {
      networkObjects.deleteGroup(parseInput(nameSchema, parameters).name);
      return networkObjects.state();
    },
  },
];
