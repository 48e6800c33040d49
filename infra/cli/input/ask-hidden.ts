import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { NonEmptyArray } from '#shared/non-empty.ts';
import type { CommandStreams } from '../command-streams.ts';
import { Interrupted } from './interrupted.ts';

/**
 * Asks for one line after another on a terminal; nothing that is typed or pasted is shown or kept in a history.
 * Several lines may be pasted at once.
 * @throws Interrupted at Ctrl-C or Ctrl-D
 */
export async function askHidden(
  questions: NonEmptyArray<string>,
  { input, errors }: CommandStreams,
): Promise<string[]> {
  // Readline echoes to its output as soon as it is a terminal's; this one shows nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  const lines = reader[Symbol.asyncIterator]();
  const answers: string[] = [];
  try {
    for (const question of questions) {
      errors.write(`${question} (not shown): `);
      const line = await lines.next();
      errors.write('\n');
      if (line.done) throw new Interrupted();
      answers.push(line.value.trim());
    }
    return answers;
  } finally {
    reader.close();
  }
}
