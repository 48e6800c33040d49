import type { ProcessGroup } from '../processes/process-group.ts';
import { type Emulator, localRegion, miniStackAccountId, miniStackRoot } from './emulator.ts';
import { waitUntilHealthy } from './wait-until-healthy.ts';

export interface StartedMiniStack {
  /** For people: `MiniStack 1.5.33`. */
  readonly name: string;
  readonly port: number;
  readonly group: ProcessGroup;
  readonly logFile: string;
  readonly limitInMilliseconds: number;
  readonly signal?: AbortSignal | undefined;
  /** Ends it with everything it started. */
  stop(): Promise<void>;
}

/**
 * Turns a MiniStack that was just started into an emulator that answers; one that does not answer is stopped.
 * @throws GiveUp with the end of its log when it does not answer in time.
 */
export async function emulatorOnceHealthy(started: StartedMiniStack): Promise<Emulator> {
  const endpoint = `http://localhost:${started.port}`;
  try {
    await waitUntilHealthy({ ...started, healthUrl: `http://127.0.0.1:${started.port}/_ministack/health` });
  } catch (error) {
    await started.stop();
    throw error;
  }
  return {
    endpoint,
    region: localRegion,
    accountId: miniStackAccountId,
    credentials: miniStackRoot,
    description: `${started.name} at ${endpoint}, IAM enforced`,
    stop: () => started.stop(),
  };
}
