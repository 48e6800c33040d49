import type { SQSEvent } from 'aws-lambda';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import {
  type WriteBackCommand,
  writeBackCommandFrom,
} from '#shared/enrichment/write-back/write-back-command.ts';
import { returned, type WriteBackResult } from '#shared/enrichment/write-back/write-back-result.ts';
import { busEventIn } from '#shared/lambda/queue-message.ts';

/**
 * The commands in the messages, by organisation; those of organisations without XDR are left out, since there is
 * nothing to do. A message without a command is given back, and ends in the dead-letter queue.
 */
export function readWriteBackCommands(
  event: SQSEvent,
  { organisations }: Pick<DeploymentConfiguration, 'organisations'>,
): { commandsOf: ReadonlyMap<OrganisationName, readonly WriteBackCommand[]>; refused: WriteBackResult[] } {
  const commands: WriteBackCommand[] = [];
  const refused: WriteBackResult[] = [];
  for (const record of event.Records) {
    const { messageId } = record;
    try {
      const command = writeBackCommandFrom(busEventIn(record), messageId);
      if (organisations[command.organisation]?.xdr) commands.push(command);
    } catch (cause) {
      refused.push(returned({ messageId }, cause));
    }
  }
  return { commandsOf: Map.groupBy(commands, ({ organisation }) => organisation), refused };
}
