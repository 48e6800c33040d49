import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { CallHistory, type CallWindow } from '../../cisco/http/call-history.ts';
import type { OrganisationName } from '../../config/names.ts';
import { keys } from './keys.ts';

/** The calls with an organisation's key, from one invocation to the next. */
export interface KeptCallHistory {
  read(organisation: OrganisationName): Promise<CallHistory>;
  /** To be called by one at a time only: the last one counts. */
  keep(organisation: OrganisationName, history: CallHistory): Promise<void>;
}

const rowSchema = z.object({ times: z.array(z.number()) });

/** One row for each organisation. */
export function tableCallHistory(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  windows: readonly CallWindow[];
}): KeptCallHistory {
  const { documents, tableName: TableName, windows } = options;
  return {
    async read(organisation) {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: keys.adminCalls(organisation), ConsistentRead: true }),
      );
      return new CallHistory(windows, Item ? rowSchema.parse(Item).times : []);
    },
    async keep(organisation, { times }) {
      await documents.send(
        new PutCommand({ TableName, Item: { ...keys.adminCalls(organisation), times: [...times] } }),
      );
    },
  };
}
