import type { SQSEvent } from 'aws-lambda';
import { type ReleaseCommand, releaseCommandFrom } from '#shared/iocs/releasing/release-command.ts';
import { busEventIn } from '#shared/lambda/queue-message.ts';

/** The commands in the messages, and the messages without one, which end in the dead-letter queue. */
export function readReleaseCommands(event: SQSEvent): {
  commands: ReleaseCommand[];
  refused: { messageId: string; cause: unknown }[];
} {
  const commands: ReleaseCommand[] = [];
  const refused: { messageId: string; cause: unknown }[] = [];
  for (const record of event.Records) {
    const { messageId } = record;
    try {
      commands.push(releaseCommandFrom(busEventIn(record), messageId));
    } catch (cause) {
      refused.push({ messageId, cause });
    }
  }
  return { commands, refused };
}
