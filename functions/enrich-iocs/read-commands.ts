import type { SQSEvent } from 'aws-lambda';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { commandFromEvent } from '#shared/enrichment/command-from-event.ts';
import type { EnrichCommand, EnrichResult } from '#shared/enrichment/enrich-command.ts';
import { busEventIn } from '#shared/lambda/queue-message.ts';

/**
 * The commands in the messages. A message without one is given back, and ends in the dead-letter queue; one of a
 * connection that is only tried out ends here.
 */
export function readCommands(
  event: SQSEvent,
  configuration: DeploymentConfiguration,
): { commands: EnrichCommand[]; others: EnrichResult[] } {
  const commands: EnrichCommand[] = [];
  const others: EnrichResult[] = [];
  for (const record of event.Records) {
    const { messageId } = record;
    try {
      const read = commandFromEvent(busEventIn(record), messageId, configuration);
      if (read.kind === 'command') commands.push(read.command);
      else others.push({ messageId, kind: 'test' });
    } catch (cause) {
      others.push({ messageId, kind: 'return', retryAfterSeconds: 0, cause });
    }
  }
  return { commands, others };
}
