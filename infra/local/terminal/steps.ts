import type { Clock } from '#shared/time/clock.ts';
import { formatDuration } from './duration.ts';
import { paint, type Terminal } from './terminal.ts';

/** Tells what is being done, step by step. */
export interface StepReport {
  /**
   * Does a step and tells how long it took; `work` answers with what to say about its result.
   * Steps may run at once. A step that throws is shown as failed and throws on.
   */
  step<T>(name: string, work: () => Promise<StepResult<T>>): Promise<T>;
}

/** What a step made, and what there is to say about it. */
export interface StepResult<T> {
  readonly result: T;
  readonly detail: string;
}

/** Says nothing: for tests. */
export const silentSteps: StepReport = {
  step: async (_name, work) => (await work()).result,
};

const nameWidth = 16;
const timeWidth = 10;
const eraseLine = '\r\x1b[K';

/**
 * Shows each finished step as one line: sign, name, time, detail.
 * On a terminal, a last line names the steps that are under way.
 */
export function stepsOn(terminal: Terminal, clock: Clock): StepReport {
  const underWay = new Set<string>();
  const showUnderWay = () => {
    if (!terminal.interactive || underWay.size === 0) return;
    const line = `  · ${[...underWay].join(', ')} …`.slice(0, terminal.columns - 1);
    terminal.write(paint(terminal, 'dim', line));
  };
  const erase = () => {
    if (terminal.interactive) terminal.write(eraseLine);
  };
  return {
    async step(name, work) {
      const startedAt = clock.now().getTime();
      erase();
      underWay.add(name);
      showUnderWay();
      const finish = (sign: string, detail: string) => {
        const time = formatDuration(clock.now().getTime() - startedAt).padStart(timeWidth);
        underWay.delete(name);
        erase();
        const line = `  ${sign} ${name.padEnd(nameWidth)} ${paint(terminal, 'dim', time)}   ${detail}`;
        terminal.write(`${line.trimEnd()}\n`);
        showUnderWay();
      };
      try {
        const { result, detail } = await work();
        finish(paint(terminal, 'green', '✓'), detail);
        return result;
      } catch (error) {
        finish(paint(terminal, 'red', '✗'), '');
        throw error;
      }
    },
  };
}
