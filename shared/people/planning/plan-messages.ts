import { RetryLater } from '../../errors/retry-later.ts';
import { type PlanningPatience, planPeopleChange } from './plan-people-change.ts';
import type { PlannerCommand } from './planner-command.ts';
import type { PlannerOutcome } from './planner-outcome.ts';
import type { PlannerPorts } from './planner-ports.ts';

/** A command, and the message that brought it. */
export interface CommandMessage extends PlanningPatience {
  readonly messageId: string;
  readonly command: PlannerCommand;
}

/** What became of a message. */
export type MessageResult = { readonly messageId: string } & (
  | { readonly kind: 'done'; readonly outcome: PlannerOutcome }
  /** It has to come again. */
  | { readonly kind: 'return'; readonly retryAfterSeconds: number; readonly cause: unknown }
);

/** Does what several messages say, in the order in which it was heard, as long as there is time. */
export async function planMessages(
  messages: readonly CommandMessage[],
  ports: PlannerPorts,
  { finishBy }: { finishBy: Date },
): Promise<MessageResult[]> {
  const results: MessageResult[] = [];
  for (const message of messages.toSorted((one, other) => heardAt(one) - heardAt(other))) {
    results.push(
      ports.clock.now() < finishBy
        ? await plan(message, ports)
        : giveBack(message, new RetryLater('There is no time left in this invocation.')),
    );
  }
  return results;
}

/** A message goes back into its queue, for as long as the cause asks. */
export function giveBack({ messageId }: { messageId: string }, cause: unknown): MessageResult {
  const retryAfterSeconds = cause instanceof RetryLater ? cause.retryAfterSeconds : 0;
  return { messageId, kind: 'return', retryAfterSeconds, cause };
}

async function plan(message: CommandMessage, ports: PlannerPorts): Promise<MessageResult> {
  try {
    const outcome = await planPeopleChange(message.command, ports, message);
    return { messageId: message.messageId, kind: 'done', outcome };
  } catch (cause) {
    return giveBack(message, cause);
  }
}

/** What comes by the clock comes last: what is heard at the same time may make it needless. */
function heardAt({ command }: CommandMessage): number {
  return 'heardAt' in command ? command.heardAt.getTime() : Number.MAX_SAFE_INTEGER;
}
