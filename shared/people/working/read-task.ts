import { z } from 'zod';
import { RefusedInput } from '../../errors/refused-input.ts';
import { type PersonTask, personTaskSchema } from '../changes/person-task.ts';

/**
 * The task in a message.
 * @throws RefusedInput when it holds none: it then ends in the dead-letter queue
 */
export function readTask({ messageId, body }: { messageId: string; body: string }): PersonTask {
  const parsed = personTaskSchema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  throw new RefusedInput(
    `Message ${messageId} holds no task about a person: ${z.prettifyError(parsed.error)}. Put commands on the automation bus, not into this queue.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
