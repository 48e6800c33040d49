import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ResponseOrder } from '../../enrichment/responses/responder.ts';
import {
  type JournaledResponse,
  journaledResponseSchema,
  type ResponseJournal,
} from '../../enrichment/responses/response-journal.ts';
import { indicatorKey } from '../../iocs/indicator.ts';
import type { RequestId } from '../../requests/request-id.ts';
import { requestExpiryEpochSeconds } from '../../requests/retention.ts';
import { type Key, keys } from './keys.ts';

/** The journal of response actions in the table: one row each, beside the request that asked for it. */
export function tableResponseJournal(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): ResponseJournal {
  const { documents, tableName: TableName } = options;
  return {
    async find(requestId, order) {
      const answer = await documents.send(
        new GetCommand({ TableName, Key: keyOf(requestId, order), ConsistentRead: true }),
      );
      return answer.Item && journaledResponseSchema.parse(answer.Item);
    },

    async open(response) {
      try {
        await documents.send(
          new PutCommand({
            TableName,
            Item: rowOf(response),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return 'opened';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'exists';
        throw error;
      }
    },

    async close(response) {
      await documents.send(new PutCommand({ TableName, Item: rowOf(response) }));
    },

    async withdraw(response) {
      try {
        await documents.send(
          new DeleteCommand({
            TableName,
            Key: keyOf(response.requestId, response),
            ConditionExpression: '#state = :open AND openedAt = :openedAt',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':open': 'open', ':openedAt': response.openedAt },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}

function keyOf(requestId: RequestId, { indicator, moduleInstanceId, actionId }: ResponseOrder): Key {
  const named = JSON.stringify([indicatorKey(indicator), moduleInstanceId, actionId]);
  return keys.requestResponse(requestId, createHash('sha256').update(named).digest('hex'));
}

function rowOf(response: JournaledResponse): Record<string, unknown> {
  return {
    ...keyOf(response.requestId, response),
    ...response,
    expiresAtEpochSeconds: requestExpiryEpochSeconds(new Date(response.openedAt)),
  };
}
