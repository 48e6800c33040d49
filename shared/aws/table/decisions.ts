import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { partDecisionSchema } from '../../approvals/decision.ts';
import { type Decisions, mostPartsDecidedTogether } from '../../approvals/decisions.ts';
import { chunksOf } from '../../non-empty.ts';
import { requestExpiryEpochSeconds } from '../../requests/retention.ts';
import { keys } from './keys.ts';

/** Other transactions met on the same rows: looking again tells what they did. */
const contestedCodes = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** Decisions in the table: one row a part, beside what they are about. */
export function tableDecisions(options: { documents: DynamoDBDocumentClient; tableName: string }): Decisions {
  const { documents, tableName: TableName } = options;
  return {
    async find(requestId, part) {
      const answer = await documents.send(
        new GetCommand({ TableName, Key: keys.requestDecision(requestId, part), ConsistentRead: true }),
      );
      return answer.Item && partDecisionSchema.parse(answer.Item);
    },

    async record(decisions) {
      const puts = decisions.map((decision) => ({
        Put: {
          TableName,
          Item: {
            ...keys.requestDecision(decision.requestId, decision.part),
            ...decision,
            expiresAtEpochSeconds: requestExpiryEpochSeconds(new Date(decision.decidedAt)),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }));
      try {
        await documents.send(new TransactWriteCommand({ TransactItems: puts }));
        return 'recorded';
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = error.CancellationReasons?.map(({ Code }) => Code ?? 'None') ?? [];
        if (codes.some((code) => contestedCodes.has(code))) return 'contested';
        throw error;
      }
    },

    async markPublished(requestId, parts, at) {
      const updates = parts.map((part) => ({
        Update: {
          TableName,
          Key: keys.requestDecision(requestId, part),
          UpdateExpression: 'SET publishedAt = :at',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':at': at.toISOString() },
        },
      }));
      for (const chunk of chunksOf(updates, mostPartsDecidedTogether)) {
        await documents.send(new TransactWriteCommand({ TransactItems: [...chunk] }));
      }
    },
  };
}
