import { RetryLater } from '../../errors/retry-later.ts';
import type { PersonTask } from '../changes/person-task.ts';
import { readTask } from './read-task.ts';
import type { TaskOutcome } from './task-outcome.ts';
import { type TaskHandlers, workTask } from './work-task.ts';
import { type WorkerLock, type WorkerTurn, waitForTurn } from './worker-lock.ts';
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
}

/** What a worker has while it is the only one. */
export interface Shift {
  readonly handlers: TaskHandlers;
  /** Puts down what the next worker has to know, such as when which calls were made. */
  end?(): Promise<void>;
}

/**
 * Does the tasks in some messages, one after the other, as the only worker. Never throws: what fails is given back.
 * @param beginShift called once it is this worker's turn
 */
export async function workMessages(
  messages: readonly TaskMessage[],
  beginShift: () => Promise<Shift>,
  ports: WorkingPorts & TurnPorts,
): Promise<MessageResult[]> {
  try {
    const turn = await waitForTurn(ports.lock, ports);
    if (turn.kind === 'acquired') return await workInTurn(messages, { turn, beginShift, ports });
    const leftSeconds = (turn.until.getTime() - ports.clock.now().getTime()) / 1_000;
    const waitSeconds = Math.min(longestRestSeconds, Math.max(1, leftSeconds));
    return messages.map(({ messageId }) => ({ kind: 'wait', messageId, waitSeconds }));
  } catch (cause) {
    return messages.map((message) => returned(message, cause));
  }
}

async function workInTurn(
  messages: readonly TaskMessage[],
  { turn, beginShift, ports }: { turn: WorkerTurn; beginShift: () => Promise<Shift>; ports: WorkingPorts },
): Promise<MessageResult[]> {
  let shift: Shift | undefined;
  try {
    shift = await beginShift();
    const results: MessageResult[] = [];
    for (const message of messages) results.push(await workMessage(message, shift.handlers, ports));
    return results;
  } finally {
    // What was done stays done, whether or not this can be put down; the lock ends by itself.
    await reportingFailure(async () => shift?.end?.(), ports);
    await reportingFailure(turn.release, ports);
  }
}

async function reportingFailure(
  action: () => Promise<void>,
  { reportUnexpected }: WorkingPorts,
): Promise<void> {
  try {
    await action();
  } catch (error) {
    reportUnexpected(error);
  }
}

async function workMessage(
  message: TaskMessage,
  handlers: TaskHandlers,
  ports: WorkingPorts,
): Promise<MessageResult> {
  try {
    const task = readTask(message);
    const outcome = await workTask(task, handlers, ports);
    return { kind: 'worked', messageId: message.messageId, task, outcome };
  } catch (cause) {
    return returned(message, cause);
  }
}

function returned({ messageId }: TaskMessage, cause: unknown): MessageResult {
  const retryAfterSeconds = cause instanceof RetryLater ? cause.retryAfterSeconds : 0;
  return { kind: 'return', messageId, retryAfterSeconds, cause };
}
