import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { LifecycleSourceName } from '../../../config/names.ts';
import { RetryLater } from '../../../errors/retry-later.ts';
import { emailAddressSchema } from '../../../people/email-address.ts';
import {
  type ProvisionedUser,
  type ProvisionedUsers,
  provisionedIdSchema,
} from '../../../people/scim/provisioned-user.ts';
import { keys } from '../keys.ts';
import { readPartition } from '../partition-read.ts';

const momentSchema = z.iso.datetime().transform((text) => new Date(text));

const rowSchema = z.object({
  id: provisionedIdSchema,
  email: emailAddressSchema,
  name: z.object({ given: z.string(), family: z.string() }).optional(),
  userName: z.string(),
  externalId: z.string().optional(),
  createdAt: momentSchema,
  changedAt: momentSchema,
  revision: z.int().nonnegative(),
  active: z.boolean().optional(),
});

/** The users of identity providers in the table: one row a user, until its provider deletes it. */
export function tableProvisionedUsers({
  documents,
  tableName,
}: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): ProvisionedUsers {
  return {
    async find(source, id) {
      const answer = await documents
        .send(
          new GetCommand({
            TableName: tableName,
            Key: keys.provisionedPerson(source, id),
            ConsistentRead: true,
          }),
        )
        .catch(laterAgain);
      return answer.Item && rowSchema.parse(answer.Item);
    },

    async all(source) {
      const { pk, sk } = keys.provisionedPerson(source, '');
      const rows = await readPartition(documents, tableName, pk).catch(laterAgain);
      return rows.filter((row) => row.sk.startsWith(sk)).map((row) => rowSchema.parse(row));
    },

    async keep(source, user, before) {
      const put = new PutCommand({
        TableName: tableName,
        Item: rowOf(source, user),
        ...(before ? unchangedSince(before) : { ConditionExpression: 'attribute_not_exists(pk)' }),
      });
      return documents.send(put).then(() => 'kept', contestedOrLater);
    },

    async forget(source, user) {
      const deletion = new DeleteCommand({
        TableName: tableName,
        Key: keys.provisionedPerson(source, user.id),
        ...unchangedSince(user),
      });
      return documents.send(deletion).then(() => 'forgotten', contestedOrLater);
    },
  };
}

function rowOf(source: LifecycleSourceName, user: ProvisionedUser) {
  return {
    ...keys.provisionedPerson(source, user.id),
    ...user,
    createdAt: user.createdAt.toISOString(),
    changedAt: user.changedAt.toISOString(),
  };
}

/** The row may also have been deleted and made anew meanwhile. */
function unchangedSince({ revision, createdAt }: ProvisionedUser) {
  return {
    ConditionExpression: 'revision = :revision AND createdAt = :createdAt',
    ExpressionAttributeValues: { ':revision': revision, ':createdAt': createdAt.toISOString() },
  };
}

function contestedOrLater(error: unknown): 'contested' {
  if (error instanceof ConditionalCheckFailedException) return 'contested';
  return laterAgain(error);
}

function laterAgain(cause: unknown): never {
  throw new RetryLater('The users of an identity provider could not be read or written.', { cause });
}
