import { GiveUp } from '../../errors/give-up.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import { withImportLock } from '../imports/import-lock.ts';
import { expireJudgements, restSecondsOf } from './expire-judgements.ts';
import type { ExpireCommand, WriteBackCommand, WriteCommand } from './write-back-command.ts';
import type { WriteBackPorts } from './write-back-ports.ts';
import { returned, type WriteBackResult } from './write-back-result.ts';
import { mostBlocksPerBundle, writeBlocks } from './write-blocks.ts';

/** Commands that succeed or fail together. */
type Step =
  | { readonly kind: 'write'; readonly commands: readonly WriteCommand[] }
  | { readonly kind: 'expire'; readonly commands: readonly [ExpireCommand] };

/**
 * Tells one organisation's XDR what was blocked and released.
 *
 * 1. Releases that are too fresh go back for a while.
 * 2. Blocks are written, those of many messages in one call.
 * 3. Judgements about released blocks are ended.
 *
 * What XDR refuses of several messages is tried message by message, so that one does not keep back the others. Whatever
 * would also stop the next step, such as a used-up hour, sends all that is left back.
 * @returns one result a command
 */
export async function writeBack(
  commands: readonly WriteBackCommand[],
  ports: WriteBackPorts,
): Promise<WriteBackResult[]> {
  const { ready, tooFresh } = sortByFreshness(commands, ports.clock.now());
  const results: WriteBackResult[] = [...tooFresh];
  const steps = stepsOf(ready);
  let stoppedBy: unknown;
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    const outcome = stoppedBy === undefined ? await attempt(step, ports) : { error: stoppedBy };
    if ('results' in outcome) {
      results.push(...outcome.results);
    } else if (outcome.error instanceof RefusedInput && step.kind === 'write' && step.commands.length > 1) {
      steps.unshift(...step.commands.map((command) => ({ kind: 'write', commands: [command] }) as const));
    } else {
      results.push(...step.commands.map((command) => returned(command, outcome.error)));
      if (!isOfThisStep(outcome.error)) stoppedBy = outcome.error;
    }
  }
  return results;
}

function sortByFreshness(commands: readonly WriteBackCommand[], now: Date) {
  const ready: WriteBackCommand[] = [];
  const tooFresh: WriteBackResult[] = [];
  for (const command of commands) {
    const rest = command.kind === 'expire' ? restSecondsOf(command, now) : 0;
    if (rest <= 0) {
      ready.push(command);
      continue;
    }
    const message = `The release is acted on in ${rest} s, when the search index knows what was written before it.`;
    tooFresh.push(returned(command, new RetryLater(message, { retryAfterSeconds: rest })));
  }
  return { ready, tooFresh };
}

/** As many write commands together as a bundle takes; each expiry by itself. */
function stepsOf(commands: readonly WriteBackCommand[]): Step[] {
  const writes: WriteCommand[][] = [];
  const expiries: Step[] = [];
  let room = 0;
  for (const command of commands) {
    if (command.kind === 'expire') {
      expiries.push({ kind: 'expire', commands: [command] });
      continue;
    }
    const last = writes.at(-1);
    if (last && command.blocked.length <= room) last.push(command);
    else {
      writes.push([command]);
      room = mostBlocksPerBundle;
    }
    room -= command.blocked.length;
  }
  return [...writes.map((together): Step => ({ kind: 'write', commands: together })), ...expiries];
}

async function attempt(
  step: Step,
  ports: WriteBackPorts,
): Promise<{ results: readonly WriteBackResult[] } | { error: unknown }> {
  const { lock, clock, sleep, waitForLockUntil } = ports;
  try {
    const results = await withImportLock({ lock, clock, sleep, until: waitForLockUntil }, async () =>
      step.kind === 'write'
        ? writeBlocks(step.commands, ports)
        : [await expireJudgements(step.commands[0], ports)],
    );
    return { results };
  } catch (error) {
    return { error };
  }
}

/** Whether another step may well go better. */
function isOfThisStep(error: unknown): boolean {
  return error instanceof RefusedInput || error instanceof GiveUp;
}
