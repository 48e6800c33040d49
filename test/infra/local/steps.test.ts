import { describe, expect, it } from 'vitest';
import { stepsOn } from '#infra/local/terminal/steps.ts';

describe('the steps of the local run', () => {
  /** A terminal that remembers, and a clock that moves only when told. */
  function watch(interactive: boolean) {
    let now = 0;
    let text = '';
    const terminal = {
      interactive,
      columns: 40,
      write: (part: string) => {
        text += part;
      },
    };
    return {
      steps: stepsOn(terminal, { now: () => new Date(now) }),
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
      shown: () => text,
    };
  }

  it('are one plain line each where there is no terminal', async () => {
    const { steps, pass, shown } = watch(false);

    const answer = await steps.step('Deploy', async () => {
      pass(61_500);
      return { result: 42, detail: '4 functions' };
    });

    expect(answer).toBe(42);
    expect(shown()).toBe('  ✓ Deploy           1 min 02 s   4 functions\n');
  });

  it('that fail are shown as failed, and throw on', async () => {
    const { steps, shown } = watch(false);

    await expect(
      steps.step('Deploy', async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(shown()).toBe('  ✗ Deploy                0.0 s\n');
  });

  it('that run at once are named together in a last line, which makes way for finished ones', async () => {
    const { steps, shown } = watch(true);
    const first = Promise.withResolvers<{ result: undefined; detail: string }>();
    const second = Promise.withResolvers<{ result: undefined; detail: string }>();

    const both = [steps.step('One', () => first.promise), steps.step('Two', () => second.promise)];
    expect(lastLine(shown())).toContain('· One, Two …');

    second.resolve({ result: undefined, detail: 'done' });
    await both[1];
    expect(lastLine(shown())).toContain('· One …');

    first.resolve({ result: undefined, detail: 'done' });
    await both[0];
    expect(shown().endsWith('\n')).toBe(true);
  });

  /** What stands in the line of the cursor. */
  function lastLine(text: string): string {
    return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\x1b[K')) + 1);
  }
});
