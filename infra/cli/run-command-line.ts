import { readCommandLine, type Subcommand } from './command-line.ts';
import type { CommandStreams } from './command-streams.ts';
import { checkCommand } from './credentials/check.ts';
import { rotateCommand } from './credentials/rotate.ts';
import { setCommand } from './credentials/set.ts';
import { showCommand } from './credentials/show.ts';
import { enrichCommand } from './enrich/enrich.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { explainFailure } from './explain-failure.ts';
import { extractCommand } from './extract/extract.ts';
import { guardCommand } from './guard/check.ts';
import { Interrupted } from './input/interrupted.ts';
import { listsCommand } from './lists/reconcile.ts';
import { organisationsCommand } from './organisations/organisations.ts';
import { peopleCommand } from './people/people.ts';
import type { RunSubcommand } from './subcommand.ts';
import { subscriptionsCommand } from './subscriptions/subscriptions.ts';
import { openTargetStack } from './target-stack.ts';
import { usageOf } from './usage.ts';
import { webhookCommand } from './webhook/test-webhook.ts';
import { WrongUsage } from './wrong-usage.ts';

const runners: Record<Subcommand, RunSubcommand> = {
  set: setCommand,
  check: checkCommand,
  rotate: rotateCommand,
  show: showCommand,
};

/** Carries out one command line. Never rejects: what went wrong is written to `errors` and in the exit code. */
export async function runCommandLine(words: readonly string[], streams: CommandStreams): Promise<ExitCode> {
  try {
    const [command, ...rest] = words;
    if (command === 'enrich') return await enrichCommand(rest, streams);
    if (command === 'extract') return await extractCommand(rest, streams);
    if (command === 'guard') return await guardCommand(rest, streams);
    if (command === 'lists') return await listsCommand(rest, streams);
    if (command === 'organisations') return await organisationsCommand(rest, streams);
    if (command === 'people') return await peopleCommand(rest, streams);
    if (command === 'subscriptions') return await subscriptionsCommand(rest, streams);
    if (command === 'webhook') return await webhookCommand(rest, streams);
    const commandLine = readCommandLine(words);
    if ('help' in commandLine) {
      streams.output.write(`${usageOf(commandLine.help)}\n`);
      return exitCodes.done;
    }
    const stack = await openTargetStack(commandLine, streams.environment);
    return await runners[commandLine.subcommand](commandLine, stack, streams);
  } catch (error) {
    if (error instanceof Interrupted) return exitCodes.interrupted;
    streams.errors.write(`${explainFailure(error)}\n`);
    return error instanceof WrongUsage ? exitCodes.wrongUsage : exitCodes.failed;
  }
}
