import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { localStackSchema } from '#infra/local/stack-file.ts';

const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('up'),
    stack: localStackSchema,
    /** Sign calls to the emulator and to the operator routes. */
    credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);

/** What became of bringing the system up. */
export type LocalSystemAnswer = z.infer<typeof answerSchema>;

const longestStartMilliseconds = 300_000;
const lookEveryMilliseconds = 200;

/**
 * Waits until the system is up.
 * @throws Error that says why it is not
 */
export async function localSystem(file: string): Promise<Extract<LocalSystemAnswer, { kind: 'up' }>> {
  const giveUpAt = Date.now() + longestStartMilliseconds;
  for (;;) {
    const answer = await read(file);
    if (answer?.kind === 'up') return answer;
    if (answer) throw new Error(`The local system did not come up: ${answer.reason}`);
    if (Date.now() > giveUpAt) throw new Error('The local system did not come up in time: see .local/tests');
    await new Promise((resolve) => setTimeout(resolve, lookEveryMilliseconds));
  }
}

/** Nothing while it is not there, or not written to its end. */
async function read(file: string): Promise<LocalSystemAnswer | undefined> {
  try {
    return answerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const isComing = error instanceof SyntaxError || (error instanceof Error && 'code' in error);
    if (isComing) return undefined;
    throw error;
  }
}
