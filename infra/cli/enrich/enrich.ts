import { randomUUID } from 'node:crypto';
import { systemClock } from '#shared/time/clock.ts';
import { senderAddress } from '../../local/sender-authentication.ts';
import { apiUrlOf } from '../api-url.ts';
import type { CommandStreams } from '../command-streams.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openTargetStack } from '../target-stack.ts';
import { describeAnswer, isTaken } from '../webhook/describe-answer.ts';
import { postBody } from '../webhook/post-body.ts';
import { printableAddress } from '../webhook/printable-address.ts';
import { senderOfConnection } from '../webhook/sender-of-connection.ts';
import { readEnrichCommandLine } from './command-line.ts';
import { describeVerdicts, outcomeIn } from './describe-verdicts.ts';
import { enrichingConnection } from './enriching-connection.ts';
import { enrichUsage } from './usage.ts';

/** `enrich`: asks as a sender of the connection would, waits for the outcome, and tells it. */
export async function enrichCommand(
  words: readonly string[],
  { output, errors, environment }: CommandStreams,
): Promise<ExitCode> {
  const commandLine = readEnrichCommandLine(words);
  if (commandLine === 'help') {
    output.write(`${enrichUsage}\n`);
    return exitCodes.done;
  }
  const { indicators, urgent, isPreview, waitSeconds, json } = commandLine;
  const stack = await openTargetStack(commandLine, environment);
  const connection = enrichingConnection(commandLine.connection, stack.configuration);
  const sender = await senderOfConnection(connection, stack);
  const apiUrl = await apiUrlOf(commandLine);
  const query = isPreview ? '?preview=true' : `?wait=${waitSeconds}`;
  errors.write(`POST ${printableAddress(apiUrl, connection, sender)}${query}, ${sender.scheme}\n`);

  const url = `${senderAddress(apiUrl, connection, sender)}${query}`;
  const body = JSON.stringify({ action: 'enrich', indicators, ...(urgent && { urgent }) });
  const delivery = { id: randomUUID(), sentAt: systemClock.now(), body };
  const answer = await postBody({ url, contentType: 'application/json' }, delivery, sender, stack);

  const outcome = outcomeIn(answer);
  const lines = outcome ? describeVerdicts(outcome) : describeAnswer(answer);
  output.write(`${json ? answer.text : lines.join('\n')}\n`);
  return isTaken(answer) && outcome?.status !== 'failed' ? exitCodes.done : exitCodes.failed;
}
