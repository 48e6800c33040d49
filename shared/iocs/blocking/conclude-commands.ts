import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import { isNonEmpty } from '../../non-empty.ts';
import { isComplete, type PartOutcome } from '../../requests/request-outcomes.ts';
import { approvalEvents } from './approval-events.ts';
import type { BlockCommand, CommandResult } from './block-command.ts';
import type { Fates } from './fate.ts';
import { outcomeOfCommand } from './outcome-of-command.ts';
import { resultEvents } from './result-events.ts';
import type { TargetList, WorkerPorts } from './worker-ports.ts';

/** How long a message rests that came back for a reason which only a person can mend, in seconds. */
const configurationRestSeconds = 60;

/** Commands whose results share a call to the bus: a thousand small alerts end in seconds. */
const commandsConcludedTogether = 10;

/**
 * Publishes and records how each command ended, and gives back those that have not.
 * @param run.stoppedBy why some indicators may have no fate
 */
export async function concludeCommands(
  run: {
    readonly list: TargetList;
    readonly commands: readonly BlockCommand[];
    readonly fates: Fates;
    readonly stoppedBy?: unknown;
  },
  ports: Pick<WorkerPorts, 'events' | 'outcomes' | 'clock'>,
): Promise<CommandResult[]> {
  const results: CommandResult[] = [];
  for (const commands of concludedTogether(run.commands)) {
    const ended = commands.map((command) => ({
      command,
      outcome: outcomeOfCommand(command, run.list, run.fates, ports.clock.now()),
    }));
    const outcomes = ended.flatMap(({ outcome }) => outcome ?? []);
    const obstacle = await record(outcomes, ports);
    for (const { command, outcome } of ended) {
      if (obstacle !== undefined || !outcome) results.push(giveBack(command, obstacle ?? run.stoppedBy));
      else if (!isComplete(outcome)) results.push(giveBack(command, run.stoppedBy));
      else results.push({ messageId: command.messageId, kind: 'done', outcome });
    }
  }
  return results;
}

/** Gives a message back to the queue, for as long as the cause asks. */
export function giveBack(
  command: Pick<BlockCommand, 'messageId'>,
  cause: unknown,
): Extract<CommandResult, { kind: 'return' }> {
  const retryAfterSeconds =
    cause instanceof RetryLater
      ? cause.retryAfterSeconds
      : cause instanceof ConfigurationProblem
        ? configurationRestSeconds
        : 0;
  return { messageId: command.messageId, kind: 'return', retryAfterSeconds, cause };
}

/** Commands of one request stay together, so that a person is asked about the request once. */
function concludedTogether(commands: readonly BlockCommand[]): BlockCommand[][] {
  const groups: BlockCommand[][] = [];
  for (const ofRequest of Map.groupBy(commands, ({ requestId }) => requestId).values()) {
    const current = groups.at(-1);
    if (current && current.length + ofRequest.length <= commandsConcludedTogether) current.push(...ofRequest);
    else groups.push([...ofRequest]);
  }
  return groups;
}

/** Publishes and records; what kept it from doing so, or nothing. */
async function record(
  outcomes: readonly PartOutcome[],
  ports: Pick<WorkerPorts, 'events' | 'outcomes'>,
): Promise<unknown> {
  try {
    const events = [...outcomes.flatMap(resultEvents), ...approvalEvents(outcomes)];
    if (isNonEmpty(events)) await ports.events.publish(events);
    await Promise.all(outcomes.map((outcome) => ports.outcomes.save(outcome)));
    return undefined;
  } catch (error) {
    return error;
  }
}
