import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { changeIdSchema } from '../../../people/changes/change-id.ts';
import type { Contested, PeopleChanges } from '../../../people/changes/people-changes.ts';
import type { Approval, ChangeStanding, PersonChange } from '../../../people/changes/person-change.ts';
import { replacedChange } from '../../../people/changes/replaced-change.ts';
import { checkMove } from '../../../people/changes/transitions.ts';
import { dueAt } from '../../../people/lifecycle/effective-time.ts';
import type { TableWrite } from '../fenced-writes.ts';
import { type Key, keys } from '../keys.ts';
import { readPartition } from '../partition-read.ts';
import { expiryEpochSeconds } from './expiry.ts';
import { changeInRow, rowOfChange } from './person-change-row.ts';
import { storedEmailAddress, storedMoment } from './stored-values.ts';

const ticketRowSchema = z.object({
  email: storedEmailAddress,
  acceptedAt: storedMoment,
  changeId: changeIdSchema,
});

/** Another write met this one on the same rows, or came before: looking again tells what it did. */
const contestedCodes: ReadonlySet<string> = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/**
 * Changes in the table. The current one of a person has two rows, among everybody's and in the person's own history,
 * which are written together.
 */
export function tablePeopleChanges(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): PeopleChanges {
  const { documents, tableName: TableName } = options;
  return {
    find: (person) => changeAt(keys.currentChange(person)),

    async history(person) {
      const rows = await readPartition(documents, TableName, keys.changesOf(person));
      return rows.map(changeInRow).reverse();
    },

    async *all(after) {
      const pages = paginateQuery(
        { client: documents },
        {
          TableName,
          KeyConditionExpression: after ? 'pk = :people AND sk > :after' : 'pk = :people',
          ExpressionAttributeValues: {
            ':people': keys.everybody(),
            ...(after && { ':after': keys.currentChange(after).sk }),
          },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) yield Items.map(changeInRow);
    },

    async ofTicket(source, ticket) {
      const row = await rowAt(keys.peopleTicket(source, ticket));
      if (row === undefined) return undefined;
      const { email, acceptedAt, changeId } = ticketRowSchema.parse(row);
      return changeAt(keys.personChange(email, acceptedAt, changeId));
    },

    async begin(change, instead) {
      if (instead?.changeId === change.changeId) return 'contested';
      return write([
        putCurrent(change, instead),
        put(keyInHistory(change), change, { ConditionExpression: 'attribute_not_exists(pk)' }),
        ...(instead ? [put(keyInHistory(instead), replacedChange(instead, change))] : []),
        ...putTicket(change),
      ]);
    },

    async move<To extends ChangeStanding>(
      change: PersonChange,
      to: To,
      approval: Approval | undefined = change.approval,
    ): Promise<PersonChange<To> | Contested> {
      checkMove(change, to.state);
      const revision = change.revision + 1;
      const moved: PersonChange<To> = { ...change, standing: to, approval, revision };
      const result = await write([putCurrent(moved, change), put(keyInHistory(moved), moved)]);
      return result === 'recorded' ? moved : result;
    },
  };

  async function rowAt(Key: Key): Promise<unknown> {
    const answer = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return answer.Item;
  }

  async function changeAt(key: Key): Promise<PersonChange | undefined> {
    const row = await rowAt(key);
    return row === undefined ? undefined : changeInRow(row);
  }

  /** Only if what is current is still what was read. */
  function putCurrent(change: PersonChange, before: PersonChange | undefined): TableWrite {
    const key = keys.currentChange(change.request.email);
    if (before === undefined) return put(key, change, { ConditionExpression: 'attribute_not_exists(pk)' });
    return put(key, change, {
      ConditionExpression: 'changeId = :changeId AND revision = :revision',
      ExpressionAttributeValues: { ':changeId': before.changeId, ':revision': before.revision },
    });
  }

  function putTicket(change: PersonChange): TableWrite[] {
    const { request, source, acceptedAt, changeId } = change;
    if (request.ticket === undefined) return [];
    const lastNeeded = Math.max(acceptedAt.getTime(), dueAt(request.effective).getTime());
    const Item = {
      ...keys.peopleTicket(source, request.ticket),
      ...z.encode(ticketRowSchema, { email: request.email, acceptedAt, changeId }),
      expiresAtEpochSeconds: expiryEpochSeconds(new Date(lastNeeded)),
    };
    return [{ Put: { TableName, Item } }];
  }

  function put(key: Key, change: PersonChange, condition: object = {}): TableWrite {
    return { Put: { TableName, Item: { ...key, ...rowOfChange(change) }, ...condition } };
  }

  async function write(TransactItems: TableWrite[]): Promise<'recorded' | Contested> {
    try {
      await documents.send(new TransactWriteCommand({ TransactItems }));
      return 'recorded';
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = error.CancellationReasons?.map(({ Code }) => Code ?? 'None') ?? [];
      if (codes.some((code) => contestedCodes.has(code))) return 'contested';
      throw error;
    }
  }
}

function keyInHistory({ request, acceptedAt, changeId }: PersonChange): Key {
  return keys.personChange(request.email, acceptedAt, changeId);
}
