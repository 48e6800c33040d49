import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { BusEvent } from '#shared/events/bus-event.ts';
import { busEventIn } from '#shared/lambda/queue-message.ts';
import { personTaskSchema } from '#shared/people/changes/person-task.ts';
import type { DroppedFile } from '#shared/people/planning/dropped-file.ts';
import { type CommandMessage, giveBack, type MessageResult } from '#shared/people/planning/plan-messages.ts';
import type { PlannerCommand } from '#shared/people/planning/planner-command.ts';
import { sweepMessageSchema } from '#shared/people/planning/sweep-message.ts';

/**
 * What S3 tells about a new object. Keys are not URL-encoded here, other than in S3's own notifications.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
const objectCreatedSchema = z.object({
  object: z.object({
    key: z.string().min(1),
    'version-id': z.string().optional(),
    etag: z.string().optional(),
    /** Grows with each object that is put under the key. */
    sequencer: z.string().optional(),
  }),
});

/** Deliveries in which a command waits for the organisations to answer, half a minute together. */
const patientDeliveries = 3;

/** The commands in the messages; a message without one is given back, and ends in the dead-letter queue. */
export function readMessages(event: SQSEvent): { commands: CommandMessage[]; refused: MessageResult[] } {
  const commands: CommandMessage[] = [];
  const refused: MessageResult[] = [];
  for (const record of event.Records) {
    const { messageId } = record;
    try {
      const mayWait = Number(record.attributes.ApproximateReceiveCount) <= patientDeliveries;
      commands.push({ messageId, mayWait, command: commandIn(record) });
    } catch (cause) {
      refused.push(giveBack(record, cause));
    }
  }
  return { commands, refused };
}

function commandIn(record: SQSRecord): PlannerCommand {
  const message = parseJson(record.body);
  if (sweepMessageSchema.safeParse(message).success) return { kind: 'sweep-due' };
  const task = personTaskSchema.safeParse(message);
  if (task.success && task.data.task === 'announce') return { kind: 'announcement-due', task: task.data };
  const event = busEventIn(record);
  const heardAt = new Date(event.time);
  if (event.source !== 'aws.s3') return { kind: 'command', event, heardAt };
  const { object } = droppedObject(event);
  const file: DroppedFile = {
    key: object.key,
    versionId: object['version-id'],
    sequence: object.sequencer ?? object.etag ?? event.id,
  };
  return { kind: 'file-dropped', file, heardAt };
}

function droppedObject({ id, detail }: BusEvent): z.infer<typeof objectCreatedSchema> {
  const parsed = objectCreatedSchema.safeParse(detail);
  if (parsed.success) return parsed.data;
  throw new RefusedInput(
    `The event ${id} of the bucket tells of no object: ${z.prettifyError(parsed.error)}. Only "Object Created" belongs into this queue.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
