import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { listStateSchema } from '../../iocs/blocking/list-state.ts';
import { type ListRecords, listRecordSchema } from '../../iocs/reconciliation/list-record.ts';
import { keys } from './keys.ts';

/** What is kept of each list from one comparison to the next, in the table: one small row a list. */
export function tableListRecords(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): ListRecords {
  const { documents, tableName: TableName } = options;
  return {
    async find(organisation, list) {
      const Key = keys.listRecord(organisation, list);
      const answer = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return answer.Item && listRecordSchema.parse(answer.Item);
    },
    async lastLook(organisation, list) {
      const Key = keys.listState(organisation, list);
      const answer = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return answer.Item && listStateSchema.parse(answer.Item).enforcement;
    },
    async save(organisation, list, record) {
      const Item = { ...keys.listRecord(organisation, list), ...record };
      await documents.send(new PutCommand({ TableName, Item }));
    },
  };
}
