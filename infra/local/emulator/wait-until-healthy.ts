import { GiveUp } from '#shared/errors/give-up.ts';
import { realSleep, type Sleep } from '#shared/time/sleep.ts';
import type { ProcessGroup } from '../processes/process-group.ts';
import { describeEnd, logTail } from '../processes/run-command.ts';

const pollInMilliseconds = 100;
const oneTryInMilliseconds = 2_000;

export interface HealthWait {
  /** Answers 200 when the emulator is ready. */
  readonly healthUrl: string;
  readonly group: ProcessGroup;
  readonly logFile: string;
  readonly limitInMilliseconds: number;
  readonly signal?: AbortSignal | undefined;
  readonly sleep?: Sleep;
}

/**
 * Waits until an emulator answers.
 * @throws GiveUp with the end of its log when it ends first or takes longer than the limit.
 */
export async function waitUntilHealthy(wait: HealthWait): Promise<void> {
  const sleep = wait.sleep ?? realSleep;
  const end: { reason?: string } = {};
  void wait.group.ended.then((how) => {
    end.reason = describeEnd(how);
  });
  const tries = Math.ceil(wait.limitInMilliseconds / pollInMilliseconds);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (await answers(wait.healthUrl)) return;
    if (end.reason !== undefined) {
      throw new GiveUp(
        `The emulator ${end.reason} before it answered. The end of ${wait.logFile}:\n${await logTail(wait.logFile)}`,
      );
    }
    await sleep(pollInMilliseconds, wait.signal);
  }
  throw new GiveUp(
    `The emulator did not answer at ${wait.healthUrl} within ${wait.limitInMilliseconds / 1000} s. The end of ${wait.logFile}:\n${await logTail(wait.logFile)}`,
  );
}

/** Whether something answers 200 there now. */
export async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(oneTryInMilliseconds) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
