import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { askHidden } from '#infra/cli/input/ask-hidden.ts';
import { Interrupted } from '#infra/cli/input/interrupted.ts';

const canary = 'canary-5f3d9b7a1c';

/** A terminal at which these keys are struck. */
function terminal(...keys: string[]) {
  const input = new PassThrough();
  const streams = { input, output: new PassThrough(), errors: new PassThrough(), environment: {} };
  for (const key of keys) input.write(key);
  return {
    streams,
    /** Everything that was shown. */
    async shown(): Promise<string> {
      streams.output.end();
      streams.errors.end();
      return (await text(streams.output)) + (await text(streams.errors));
    },
  };
}

describe('a question on a terminal', () => {
  it.each([
    ['typed', ['local-key\r', ...canary, '\r']],
    ['typed with a slip', ['local-key\r', 'x', '\u007f', canary, '\r']],
    ['pasted at once', [`local-key\n${canary}\n`]],
    ['pasted with line ends of Windows and spaces', [` local-key \r\n${canary} \r\n`]],
  ])('takes what is %s and shows nothing of it', async (_case, keys) => {
    const { streams, shown } = terminal(...keys);

    const answers = await askHidden(['API key', 'Key secret'], streams);

    expect(answers).toEqual(['local-key', canary]);
    expect(await shown()).toBe('API key (not shown): \nKey secret (not shown): \n');
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('ends at %s', async (_name, key) => {
    const { streams } = terminal('local-key\r', key);

    await expect(askHidden(['API key', 'Key secret'], streams)).rejects.toThrow(Interrupted);
  });
});
