import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { chunksOf } from '../non-empty.ts';

/** SQS hides a message for 12 hours at most. */
const longestWaitSeconds = 43_200;

/**
 * Calls under way at a time. One call a message, and not SQS's batch call, whose permission goes by another name in
 * the emulator than in AWS.
 */
const callsAtATime = 10;

export interface PostponedMessage {
  readonly receiptHandle: string;
  readonly waitSeconds: number;
}

/**
 * Has messages that are given back come again after their own wait, instead of after the queue's visibility timeout.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
 */
export async function postponeMessages(
  client: SQSClient,
  queueUrl: string,
  messages: readonly PostponedMessage[],
): Promise<void> {
  for (const chunk of chunksOf(messages, callsAtATime)) {
    await Promise.all(
      chunk.map(({ receiptHandle, waitSeconds }) =>
        client.send(
          new ChangeMessageVisibilityCommand({
            QueueUrl: queueUrl,
            ReceiptHandle: receiptHandle,
            VisibilityTimeout: Math.min(longestWaitSeconds, Math.ceil(waitSeconds)),
          }),
        ),
      ),
    );
  }
}
