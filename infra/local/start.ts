import { relative } from 'node:path';
import { AutomationError } from '#shared/errors/automation-error.ts';
import { systemClock } from '#shared/time/clock.ts';
import { showDemo } from './demo/show-demo.ts';
import { type Flags, readFlags, usage } from './flags.ts';
import { startLocalSystem } from './local-system.ts';
import { stateFolderAt } from './state-folder.ts';
import { formatDuration } from './terminal/duration.ts';
import { printHowToUse } from './terminal/how-to-use.ts';
import { stepsOn } from './terminal/steps.ts';
import { paint, standardOutput } from './terminal/terminal.ts';

/** Exit code of a command that Ctrl-C ended: 128 and the number of the signal. */
const interruptedExitCode = 130;

const terminal = standardOutput();
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => interruption.abort(new Interrupted()));
}

/** Ctrl-C, or a request to end: no failure, and nothing to explain. */
class Interrupted extends Error {}

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const flags = readFlags(process.argv.slice(2));
    if (flags.help) {
      terminal.write(`${usage}\n`);
      return 0;
    }
    return await run(flags);
  } catch (error) {
    if (error instanceof Interrupted) return interruptedExitCode;
    if (error instanceof AutomationError)
      process.stderr.write(`\n${paint(terminal, 'red', error.message)}\n`);
    else console.error(error);
    return 1;
  }
}

/** Brings the system up, shows what it does, and stays until it is told to end. */
async function run(flags: Flags): Promise<number> {
  const startedAt = systemClock.now().getTime();
  terminal.write(`${paint(terminal, 'bold', 'SCC Automations on this machine')}\n\n`);
  const system = await startLocalSystem({
    ...flags,
    steps: stepsOn(terminal, systemClock),
    signal: interruption.signal,
  });
  try {
    const elapsed = formatDuration(systemClock.now().getTime() - startedAt);
    const stackFile = relative(process.cwd(), stateFolderAt(flags.stateFolder).stackFile);
    terminal.write(`\n  Up in ${elapsed}. Everything has its address in ${stackFile}.\n`);
    const asExpected = flags.demo ? await showDemo(system, terminal, interruption.signal) : true;
    if (!flags.once) {
      printHowToUse(terminal, system.stack, system.emulator.credentials);
      terminal.write('\nThis stays up until Ctrl-C.\n');
      await untilInterrupted();
    }
    return asExpected ? 0 : 1;
  } finally {
    terminal.write('\nStopping … ');
    await system.stop();
    terminal.write('everything that was started has ended.\n');
  }
}

function untilInterrupted(): Promise<void> {
  // The listener alone would not keep the process alive.
  const alive = setInterval(() => undefined, 60_000);
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    if (interruption.signal.aborted) end();
    else interruption.signal.addEventListener('abort', end, { once: true });
  });
}
