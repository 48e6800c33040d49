import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { roamingComputersSchema } from '../roaming-computers.ts';
import { vpnConnectionSchema } from '../vpn-connections.ts';
import { zeroTrustUserSchema } from '../zero-trust-users.ts';
import type { SimulatorControl } from './control.ts';

/** The control routes about people and what they hold. */
export const peopleControlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  {
    method: 'POST',
    template: '/_control/vpn-connections',
    purpose: 'let somebody connect by VPN, whose disconnects may fail first, or who comes back at once',
    example: {
      path: '/_control/vpn-connections',
      body: { username: 'ada@acme.example', deviceName: 'lap-7', failingDisconnects: 2 },
    },
    run: ({ people }, { body }) => people.connect(parseInput(vpnConnectionSchema, body)),
  },
  {
    method: 'POST',
    template: '/_control/zero-trust-users',
    purpose: 'add a user of zero-trust access with devices, or replace the one with the same id',
    example: {
      path: '/_control/zero-trust-users',
      body: {
        userId: '1251001730',
        label: 'Ada Byron (ada@acme.example)',
        devices: [{ deviceId: '0ace1b5f6104a466' }],
      },
    },
    run: ({ people }, { body }) => {
      people.putZeroTrustUser(parseInput(zeroTrustUserSchema, body));
      return { zeroTrustUsers: people.state().zeroTrustUsers };
    },
  },
  {
    method: 'POST',
    template: '/_control/roaming-computers',
    purpose: 'register roaming computers: names, or how many',
    example: { path: '/_control/roaming-computers', body: { computers: ['LT-ada-1'] } },
    run: ({ people }, { body }) => {
      people.registerComputers(parseInput(roamingComputersSchema, body));
      return { roamingComputerCount: people.state().roamingComputerCount };
    },
  },
];
