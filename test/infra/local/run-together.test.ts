import { describe, expect, it } from 'vitest';
import { runTogether } from '#infra/local/run-together.ts';

const never = new AbortController().signal;

/** Runs until it is told to stop, then takes a moment to clean up. */
const untilStopped = (cleanedUp: () => void) => (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      setImmediate(() => {
        cleanedUp();
        reject(signal.reason);
      });
    });
  });

describe('two tasks that run together', () => {
  it('answer with both results', async () => {
    expect(
      await runTogether(
        never,
        async () => 1,
        async () => 'two',
      ),
    ).toEqual([1, 'two']);
  });

  it.each(['first', 'second'])('stop each other when the %s fails, and are waited for', async (which) => {
    let cleanedUp = false;
    const failing = async () => {
      throw new Error('broken');
    };
    const other = untilStopped(() => {
      cleanedUp = true;
    });

    await expect(
      which === 'first' ? runTogether(never, failing, other) : runTogether(never, other, failing),
    ).rejects.toThrow('broken');
    expect(cleanedUp).toBe(true);
  });

  it('stop with the reason of an interruption', async () => {
    const interruption = new AbortController();
    const running = runTogether(
      interruption.signal,
      untilStopped(() => {}),
      untilStopped(() => {}),
    );

    interruption.abort(new Error('Ctrl-C'));

    await expect(running).rejects.toThrow('Ctrl-C');
  });
});
