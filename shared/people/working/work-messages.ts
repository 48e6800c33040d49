import { RetryLater } from '../../errors/retry-later.ts';
import type { PersonTask } from '../changes/person-task.ts';
import { readTask } from './read-task.ts';
import type { TaskOutcome } from './task-outcome.ts';
import { type TaskHandlers, workTask } from './work-task.ts';
import { type WorkerLock, waitForTurn } from './worker-lock.ts';
import type { WorkingPorts } from './working-ports.ts';

/** Longest rest of a task whose turn has not come: the lock is mostly let go before it ends. */
const longestRestSeconds = 60;

export interface TaskMessage {
  readonly messageId: string;
  readonly body: string;
}

export type MessageResult = { readonly messageId: string } & (
  | { readonly kind: 'worked'; readonly task: PersonTask; readonly outcome: TaskOutcome }
  /** It is another worker's turn: the message rests, which is no failure. */
  | { readonly kind: 'wait'; readonly waitSeconds: number }
  | { readonly kind: 'return'; readonly retryAfterSeconds: number; readonly cause: unknown }
);

export interface TurnPorts {
  readonly lock: WorkerLock;
  /** The longest wait for the lock. */
  readonly waitUntil: Date;
  /** How long after the last call the next worker may begin. */
  readonly gapMilliseconds: number;
}

/** Does the tasks in some messages, one after the other, as the only worker. */
export async function workMessages(
  messages: readonly TaskMessage[],
  handlers: TaskHandlers,
  ports: WorkingPorts & TurnPorts,
): Promise<MessageResult[]> {
  const turn = await waitForTurn(ports.lock, ports);
  const now = ports.clock.now().getTime();
  if (turn.kind === 'held') {
    const waitSeconds = Math.min(longestRestSeconds, Math.max(1, (turn.until.getTime() - now) / 1_000));
    return messages.map(({ messageId }) => ({ kind: 'wait', messageId, waitSeconds }));
  }
  const results: MessageResult[] = [];
  try {
    for (const message of messages) results.push(await workMessage(message, handlers, ports));
  } finally {
    await turn.release(new Date(ports.clock.now().getTime() + ports.gapMilliseconds));
  }
  return results;
}

async function workMessage(
  message: TaskMessage,
  handlers: TaskHandlers,
  ports: WorkingPorts,
): Promise<MessageResult> {
  const { messageId } = message;
  try {
    const task = readTask(message);
    return { kind: 'worked', messageId, task, outcome: await workTask(task, handlers, ports) };
  } catch (cause) {
    const retryAfterSeconds = cause instanceof RetryLater ? cause.retryAfterSeconds : 0;
    return { kind: 'return', messageId, retryAfterSeconds, cause };
  }
}
