import { ChangeMessageVisibilityBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { chunksOf } from '../non-empty.ts';

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html */
const mostEntriesPerCall = 10;

/** SQS hides a message for 12 hours at most. */
const longestWaitSeconds = 43_200;

export interface PostponedMessage {
  readonly receiptHandle: string;
  readonly waitSeconds: number;
}

/**
 * Has messages that are given back come again after their own wait, instead of after the queue's visibility timeout.
 * What SQS does not take comes back after that timeout: later, but not lost.
 */
export async function postponeMessages(
  client: SQSClient,
  queueUrl: string,
  messages: readonly PostponedMessage[],
): Promise<void> {
  for (const chunk of chunksOf(messages, mostEntriesPerCall)) {
    await client.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: queueUrl,
        Entries: chunk.map(({ receiptHandle, waitSeconds }, index) => ({
          Id: String(index),
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: Math.min(longestWaitSeconds, Math.ceil(waitSeconds)),
        })),
      }),
    );
  }
}
