import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { chunksOf } from '../../non-empty.ts';
import type { ReceivedRequest } from '../../requests/received-request.ts';
import type { RequestRecorder } from '../../requests/request-recorder.ts';
import { requestExpiryEpochSeconds } from '../../requests/retention.ts';
import { indicatorsText } from './indicators-text.ts';
import { keys } from './keys.ts';

/**
 * Rows beside the request's own in one transaction. DynamoDB takes 100 rows and 4 MB; a row may hold the 180 KB
 * of the largest event. 5,000 indicators for one list are 10 rows, so a usual request is one call.
 */
const mostRowsPerTransaction = 16;

/** Rejected values in one row: 500 × 256 characters stay far below DynamoDB's 400 KB. */
const rejectionsPerRow = 500;

/** Keeps accepted requests in the table: a row for the request, one a part, and rows for what was refused. */
export function tableRequestRecorder(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): RequestRecorder {
  return {
    async record(request) {
      const rows = supplementaryRows(request).map((Put) => ({ Put }));
      // The request's own row decides between first delivery and repeat, so it goes last:
      // if we stop half-way, the sender's repeat writes the same rows again.
      for (const surplus of chunksOf(rows.slice(mostRowsPerTransaction), mostRowsPerTransaction)) {
        await write([...surplus]);
      }
      try {
        await write([
          {
            Put: {
              ...requestRow(request),
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          ...rows.slice(0, mostRowsPerTransaction),
        ]);
        return 'recorded';
      } catch (error) {
        const isRepeat =
          error instanceof TransactionCanceledException &&
          error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed';
        if (!isRepeat) throw error;
        return 'duplicate';
      }
    },
  };

  async function write(items: NonNullable<TransactWriteCommand['input']['TransactItems']>) {
    await options.documents.send(new TransactWriteCommand({ TransactItems: items }));
  }

  function requestRow(request: ReceivedRequest) {
    return {
      TableName: options.tableName,
      Item: {
        ...keys.request(request.requestId),
        requestId: request.requestId,
        connection: request.connection,
        action: request.action,
        receivedAt: request.receivedAt.toISOString(),
        parts: request.parts.length,
        expiresAtEpochSeconds: requestExpiryEpochSeconds(request.receivedAt),
      },
    };
  }

  function supplementaryRows(request: ReceivedRequest) {
    const expiresAtEpochSeconds = requestExpiryEpochSeconds(request.receivedAt);
    const parts = partRows(request).map((row) => ({ ...row, expiresAtEpochSeconds }));
    const rejections = chunksOf(request.rejected, rejectionsPerRow).map((rejected, page) => ({
      ...keys.requestRejections(request.requestId, page),
      rejected,
      expiresAtEpochSeconds,
    }));
    return [...parts, ...rejections].map((Item) => ({ TableName: options.tableName, Item }));
  }
}

function partRows(request: ReceivedRequest): object[] {
  const { requestId } = request;
  if (request.action === 'block') {
    return request.parts.map(({ part, destinationList, indicators }) => ({
      ...keys.requestPart(requestId, part),
      part,
      destinationList,
      indicators: indicatorsText(indicators),
    }));
  }
  // A text may hold anything, and nobody asks for it again: it is not kept.
  return request.parts.map(({ part, indicators, text }) => ({
    ...keys.requestPartToEnrich(requestId, part),
    part,
    indicators: indicatorsText(indicators),
    hasText: text !== undefined,
  }));
}
