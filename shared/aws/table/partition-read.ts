import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';

const rowSchema = z.looseObject({ pk: z.string(), sk: z.string() });

export type Row = z.infer<typeof rowSchema>;

/** Every row of one partition, in the order of its sort key; read consistently, page by page. */
export async function readPartition(
  documents: DynamoDBDocumentClient,
  tableName: string,
  partition: string,
  signal?: AbortSignal,
): Promise<Row[]> {
  const rows: Row[] = [];
  let from: QueryCommandOutput['LastEvaluatedKey'];
  do {
    const answer: QueryCommandOutput = await documents.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition },
        ConsistentRead: true,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
      signal ? { abortSignal: signal } : {},
    );
    for (const item of answer.Items ?? []) rows.push(rowSchema.parse(item));
    from = answer.LastEvaluatedKey;
  } while (from);
  return rows;
}
