import { type Simulator, type SimulatorOptions, startSimulator } from '../http/start-simulator.ts';
import { Cloud } from './cloud.ts';
import { SimulatorControl } from './control/control.ts';
import { controlRoutes } from './control/control-routes.ts';

export type FirewallManagerSimulator = Simulator<SimulatorControl>;

/**
 * Starts a stand-in for the Firewall Manager API with the seed of `seed.ts`.
 * Its URL stands for a region's base URL, such as `https://api.us.security.cisco.com/firewall`.
 * Rejects with Node's `EADDRINUSE` error when the port is taken.
 */
export function startFirewallManagerSimulator(
  options: SimulatorOptions = {},
): Promise<FirewallManagerSimulator> {
  return startSimulator((clock) => {
    const cloud = new Cloud(clock);
    return { cloud, control: new SimulatorControl(cloud), controlRoutes };
  }, options);
}
