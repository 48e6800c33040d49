import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { postponeMessages } from '../aws/message-postponement.ts';
import type { Logger } from './logger.ts';
import { restSeconds } from './queue-message.ts';

/** A message that goes back into its queue. */
export interface ReturnedMessage {
  readonly messageId: string;
  /** How long the cause asks to wait; 0 when it does not say. */
  readonly retryAfterSeconds: number;
  readonly cause: unknown;
}

/** Gives messages back to the queue they came from, each with its own wait; the answer that keeps them there. */
export async function returnMessages(
  event: SQSEvent,
  messages: readonly ReturnedMessage[],
  ports: { queue: SQSClient; queueUrl: string; logger: Logger },
): Promise<SQSBatchResponse> {
  const records = new Map(event.Records.map((record) => [record.messageId, record]));
  const returned = messages.flatMap((message) => {
    const record = records.get(message.messageId);
    return record ? [{ message, record }] : [];
  });
  const postponed = returned.map(({ message, record }) => ({
    receiptHandle: record.receiptHandle,
    waitSeconds: restSeconds(record, message.retryAfterSeconds, message.cause),
  }));
  try {
    await postponeMessages(ports.queue, ports.queueUrl, postponed);
  } catch (error) {
    // They come back all the same, after the queue's own visibility timeout.
    ports.logger.warn('Messages could not be given their own wait', { error });
  }
  return { batchItemFailures: returned.map(({ record }) => ({ itemIdentifier: record.messageId })) };
}
