import { type Simulator, type SimulatorOptions, startSimulator } from '../http/start-simulator.ts';
import { Cloud } from './cloud.ts';
import { SimulatorControl } from './control/control.ts';
import { controlRoutes } from './control/control-routes.ts';

export type SecurityCloudControlSimulator = Simulator<SimulatorControl>;

/**
 * Starts a stand-in for the platform API of Security Cloud Control with the seed of `seed.ts`.
 * Its paths begin with `/v1`, as those of the real host do.
 * Rejects with Node's `EADDRINUSE` error when the port is taken.
 */
export function startSecurityCloudControlSimulator(
  options: SimulatorOptions = {},
): Promise<SecurityCloudControlSimulator> {
  return startSimulator((clock) => {
    const cloud = new Cloud(clock);
    return { cloud, control: new SimulatorControl(cloud), controlRoutes };
  }, options);
}
