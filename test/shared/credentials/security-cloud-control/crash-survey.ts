import { randomUUID } from 'node:crypto';
import type { RotationPorts } from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import { type Interruption, interrupted, interruptionKinds } from './interruption.ts';
import type { PlatformBehaviour } from './platform-double.ts';
import { RotationBench } from './rotation-bench.ts';

/** How things stand before the run that is interrupted, and what goes wrong in it besides. */
export interface Situation {
  readonly title: string;
  readonly prepare?: (bench: RotationBench) => Promise<void>;
  /** Around the ports on which calls are counted: troubles of the outside. */
  readonly outside?: (ports: RotationPorts) => RotationPorts;
}

export interface SurveyedPoint {
  /** `killed after platform.refreshAccessToken` */
  readonly point: string;
  /**
   * `safe`: everything issued was kept, the next run gives workers a token, and all is in its place by the one after.
   * `token lost`: one was lost that nobody needs, since the former lives on.
   * `key lost`: the next run fails, or something is not in its place after it.
   */
  readonly verdict: 'safe' | 'token lost' | 'key lost';
  /** What the next run said, if it failed. */
  readonly said?: string;
}

/**
 * Interrupts a rotation at each of its calls, in each way, then runs one normally: the same rotation again, as
 * Secrets Manager does, or another one.
 * @param implementation puts another order of calls in the place of ours
 */
export async function surveyCrashes(
  behaviour: PlatformBehaviour,
  situation: Situation,
  implementation: (ports: RotationPorts) => RotationPorts = (ports) => ports,
): Promise<SurveyedPoint[]> {
  const healthy = await run(undefined, 'same');
  const points: SurveyedPoint[] = [];
  for (let call = 1; call <= healthy.names.length; call++) {
    for (const kind of interruptionKinds) {
      for (const next of ['same', 'another'] as const) {
        points.push((await run({ call, kind }, next)).surveyed);
      }
    }
  }
  return points;

  async function run(interruption: Interruption | undefined, next: 'same' | 'another') {
    const bench = new RotationBench(behaviour);
    await situation.prepare?.(bench);
    const outside = situation.outside?.(bench.ports()) ?? bench.ports();
    const { ports, names } = interrupted(outside, interruption);
    const clientRequestToken = randomUUID();
    await bench.rotate(clientRequestToken, implementation(ports)).catch(() => undefined);
    const wasKept = bench.isNewestKept();
    const callsUntilThen = [...names];
    // A dead run's lock ends with its time.
    bench.time.pass(600_000);
    const said = await bench.rotate(next === 'same' ? clientRequestToken : randomUUID()).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    const isServed = said === undefined && bench.isNewestKept() && bench.isWorkerServed();
    bench.time.pass(43_200_000);
    await bench.rotate().catch(() => undefined);
    const isInOrder = isServed && bench.isKeyInOrder() && bench.isWorkerServed() && !bench.rescue.held;
    const surveyed: SurveyedPoint = {
      point: interruption ? `${interruption.kind} ${callsUntilThen[interruption.call - 1]}` : 'healthy',
      verdict: isInOrder ? (wasKept ? 'safe' : 'token lost') : 'key lost',
      ...(said === undefined ? {} : { said }),
    };
    return { names: callsUntilThen, surveyed };
  }
}
