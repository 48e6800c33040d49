import { apiUrlOf } from '../api-url.ts';
import { callApi } from '../call-api.ts';
import type { CommandStreams } from '../command-streams.ts';
import { describedAnswer } from '../described-answer.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openTargetStack } from '../target-stack.ts';
import { isTaken } from '../webhook/describe-answer.ts';
import { readSubscriptionsCommandLine } from './command-line.ts';
import { describeSubscriptions, subscriptionListSchema } from './describe-subscriptions.ts';
import { subscriptionsUsage } from './usage.ts';

/** `subscriptions list`: asks the stack's API what was sold to an organisation, and how far it is set up. */
export async function subscriptionsCommand(
  words: readonly string[],
  { output, environment }: CommandStreams,
): Promise<ExitCode> {
  const commandLine = readSubscriptionsCommandLine(words);
  if (commandLine === 'help') {
    output.write(`${subscriptionsUsage}\n`);
    return exitCodes.done;
  }
  const { organisation, json } = commandLine;
  const query = organisation === undefined ? '' : `?organisation=${encodeURIComponent(organisation)}`;
  const stack = await openTargetStack(commandLine, environment);
  const apiUrl = await apiUrlOf(commandLine);
  const answer = await callApi({ method: 'GET', path: `/subscriptions${query}` }, { apiUrl, stack });
  const lines = json ? [answer.text] : describedAnswer(answer, subscriptionListSchema, describeSubscriptions);
  output.write(`${lines.join('\n')}\n`);
  return isTaken(answer) ? exitCodes.done : exitCodes.failed;
}
