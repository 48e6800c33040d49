import { destinationNames } from '#shared/config/configured-destination.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { DestinationListName } from '#shared/config/names.ts';
import { reconciliationReportSchema } from '#shared/iocs/reconciliation/reconciliation-report.ts';
import { renderReconciliation } from '#shared/iocs/reconciliation/render-report.ts';
import type { CommandStreams } from '../command-streams.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { invokeFunction } from '../invoke-function.ts';
import { openTargetStack } from '../target-stack.ts';
import { WrongUsage } from '../wrong-usage.ts';
import { readListsCommandLine } from './command-line.ts';
import { listsUsage } from './usage.ts';

/** `lists reconcile`: has the stack compare its destination lists with the ledger, and prints what was found. */
export async function listsCommand(
  words: readonly string[],
  { output, environment }: CommandStreams,
): Promise<ExitCode> {
  const commandLine = readListsCommandLine(words);
  if (commandLine === 'help') {
    output.write(`${listsUsage}\n`);
    return exitCodes.done;
  }
  const stack = await openTargetStack(commandLine, environment);
  const only = findList(commandLine.destinationList, stack.configuration);
  const request = only === undefined ? {} : { destinationList: only };
  const report = await invokeFunction(stack, 'reconcile-lists', request, reconciliationReportSchema);
  output.write(commandLine.json ? `${JSON.stringify(report, undefined, 2)}\n` : renderReconciliation(report));
  const isComplete = report.lists.every(({ outcome }) => outcome === 'complete');
  return isComplete ? exitCodes.done : exitCodes.failed;
}

function findList(
  text: string | undefined,
  configuration: DeploymentConfiguration,
): DestinationListName | undefined {
  if (text === undefined) return undefined;
  const names = destinationNames(configuration);
  const found = names.find((name) => name === text);
  if (found) return found;
  throw new WrongUsage(`The stack has no destination list of that name, only: ${names.join(', ')}.`);
}
