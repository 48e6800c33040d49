import { randomBytes, randomUUID } from 'node:crypto';
import { AutomationError } from '#shared/errors/automation-error.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { readLoggedProblems } from '../function-log.ts';
import type { LocalSystem } from '../local-system.ts';
import { paint, type Terminal } from '../terminal/terminal.ts';
import { approvalLinks } from './approval-links.ts';
import { deliveriesOf } from './deliveries.ts';
import { demoReportOn } from './demo-report.ts';
import { requestReader } from './request-reader.ts';
import { runDemo } from './run-demo.ts';

/**
 * Runs the demo and answers whether every indicator ended as expected.
 * When one did not, it also shows what the functions have logged about it.
 */
export async function showDemo(
  system: LocalSystem,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  const showProblem = (text: string) => terminal.write(`  ${paint(terminal, 'red', text)}\n`);
  try {
    const surprises = await runDemo({
      stack: system.stack,
      deliveries: deliveriesOf(randomBytes(3).toString('hex')),
      readRequest: requestReader(system.stack, system.emulator.credentials),
      report: demoReportOn(terminal, await approvalLinks(system)),
      clock: systemClock,
      sleep: realSleep,
      newDeliveryId: () => `msg_${randomUUID()}`,
      signal,
    });
    if (surprises.length === 0) {
      terminal.write(`\n  ${paint(terminal, 'green', 'Every indicator ended as expected.')}\n`);
      return true;
    }
    terminal.write('\n');
    for (const { connection, value, expected, seen } of surprises) {
      showProblem(
        `${connection}: ${value} should have ended ${expected}, but was last seen ${seen ?? 'nowhere'}`,
      );
    }
  } catch (error) {
    if (!(error instanceof AutomationError)) throw error;
    terminal.write('\n');
    showProblem(error.message);
  }
  await showLoggedProblems(system, terminal);
  return false;
}

async function showLoggedProblems(system: LocalSystem, terminal: Terminal): Promise<void> {
  const problems = await readLoggedProblems(system.emulator);
  if (problems.length > 0) terminal.write('\n  The functions logged:\n');
  for (const { functionName, messages } of problems) {
    terminal.write(`  ${functionName}: ${messages.join('\n    because: ')}\n`);
  }
}
