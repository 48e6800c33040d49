import { type Simulator, type SimulatorOptions, startSimulator } from '../http/start-simulator.ts';
import { Cloud } from './cloud.ts';
import { SimulatorControl } from './control/control.ts';
import { controlRoutes } from './control/control-routes.ts';

export type XdrSimulator = Simulator<SimulatorControl>;

/**
 * Starts a stand-in for Cisco XDR with the seed of `seed.ts`. Its URL stands for the hosts of platform, private
 * intelligence and console at once, whose paths differ.
 * Rejects with Node's `EADDRINUSE` error when the port is taken.
 */
export function startXdrSimulator(options: SimulatorOptions = {}): Promise<XdrSimulator> {
  return startSimulator((clock) => {
    const cloud = new Cloud(clock);
    return { cloud, control: new SimulatorControl(cloud), controlRoutes };
  }, options);
}
