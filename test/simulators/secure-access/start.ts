import { type Simulator, type SimulatorOptions, startSimulator } from '../http/start-simulator.ts';
import { Cloud } from './cloud.ts';
import { SimulatorControl } from './control/control.ts';
import { controlRoutes } from './control/control-routes.ts';

export type SecureAccessSimulator = Simulator<SimulatorControl>;

/**
 * Starts a stand-in for the Cisco Secure Access API with the seed of `seed.ts`.
 * Rejects with Node's `EADDRINUSE` error when the port is taken.
 */
export function startSecureAccessSimulator(options: SimulatorOptions = {}): Promise<SecureAccessSimulator> {
  return startSimulator((clock) => {
    const cloud = new Cloud(clock);
    return { cloud, control: new SimulatorControl(cloud), controlRoutes };
  }, options);
}
