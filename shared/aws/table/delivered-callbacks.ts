import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DeliveredCallbacks } from '../../enrichment/callbacks/delivered-callbacks.ts';
import { requestExpiryEpochSeconds } from '../../requests/retention.ts';
import type { Clock } from '../../time/clock.ts';
import { keys } from './keys.ts';

/** Which results were delivered to callback addresses, in the table: one row an event. */
export function tableDeliveredCallbacks(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  clock: Clock;
}): DeliveredCallbacks {
  const { documents, tableName, clock } = options;
  return {
    async has(eventId) {
      const { Item } = await documents.send(
        new GetCommand({ TableName: tableName, Key: keys.callback(eventId), ConsistentRead: true }),
      );
      return Item !== undefined;
    },

    async add(eventId) {
      const now = clock.now();
      await documents.send(
        new PutCommand({
          TableName: tableName,
          Item: {
            ...keys.callback(eventId),
            deliveredAt: now.toISOString(),
            expiresAtEpochSeconds: requestExpiryEpochSeconds(now),
          },
        }),
      );
    },
  };
}
