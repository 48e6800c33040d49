import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemClock } from '#shared/time/clock.ts';
import { senderAddress } from '../../local/sender-authentication.ts';
import { apiUrlOf } from '../api-url.ts';
import type { CommandStreams } from '../command-streams.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openTargetStack } from '../target-stack.ts';
import { WrongUsage } from '../wrong-usage.ts';
import { readWebhookCommandLine } from './command-line.ts';
import { describeAnswer, isTaken } from './describe-answer.ts';
import { contentTypeOf, postBody } from './post-body.ts';
import { printableAddress } from './printable-address.ts';
import { senderOfConnection } from './sender-of-connection.ts';
import { webhookUsage } from './usage.ts';

/**
 * `webhook test`: shows that a connection takes what its sender will send.
 *  1. Read the body, before anything is asked.
 *  2. Read the sender's secret where the function reads it.
 *  3. Post the body with the sender's proof; every run is a delivery of its own.
 *  4. Tell what has become of it.
 */
export async function webhookCommand(
  words: readonly string[],
  { output, errors, environment }: CommandStreams,
): Promise<ExitCode> {
  const commandLine = readWebhookCommandLine(words);
  if (commandLine === 'help') {
    output.write(`${webhookUsage}\n`);
    return exitCodes.done;
  }
  const { connection, file, isPreview, json } = commandLine;
  const body = await readBody(file);
  const stack = await openTargetStack(commandLine, environment);
  const sender = await senderOfConnection(connection, stack);
  const apiUrl = await apiUrlOf(commandLine);
  const preview = isPreview ? '?preview=true' : '';
  errors.write(`POST ${printableAddress(apiUrl, connection, sender)}${preview}, ${sender.scheme}\n`);

  const url = `${senderAddress(apiUrl, connection, sender)}${preview}`;
  const delivery = { id: randomUUID(), sentAt: systemClock.now(), body };
  const answer = await postBody({ url, contentType: contentTypeOf(file) }, delivery, sender, stack);

  output.write(`${json ? answer.text : describeAnswer(answer).join('\n')}\n`);
  return isTaken(answer) ? exitCodes.done : exitCodes.failed;
}

async function readBody(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause) => {
    throw new WrongUsage(`The file ${file} cannot be read: look at its name.`, { cause });
  });
  if (!isUtf8(bytes)) throw new WrongUsage(`The file ${file} is not UTF-8 text.`);
  return bytes.toString('utf8');
}
