import type { SQSEvent } from 'aws-lambda';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { BlockCommand, CommandResult } from '#shared/iocs/blocking/block-command.ts';
import { commandFromEvent } from '#shared/iocs/blocking/command-from-event.ts';
import type { Guard } from '#shared/iocs/guard/guard.ts';
import { busEventIn } from '#shared/lambda/queue-message.ts';

/** The commands in the messages; a message without one is given back, and ends in the dead-letter queue. */
export function readCommands(
  event: SQSEvent,
  context: { guard: Guard; configuration: DeploymentConfiguration },
): { commands: BlockCommand[]; refused: CommandResult[] } {
  const commands: BlockCommand[] = [];
  const refused: CommandResult[] = [];
  for (const record of event.Records) {
    const { messageId } = record;
    try {
      commands.push(commandFromEvent(busEventIn(record), messageId, context));
    } catch (cause) {
      refused.push({ messageId, kind: 'return', retryAfterSeconds: 0, cause });
    }
  }
  return { commands, refused };
}
