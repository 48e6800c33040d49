import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { InvitationsSentAgain } from '../../../people/invitations/invitations-sent-again.ts';
import type { Clock } from '../../../time/clock.ts';
import { keys } from '../keys.ts';
import { expiryEpochSeconds } from './expiry.ts';

/** Whose invitation was sent once more, in the table: one row for a person in an organisation. */
export function tableInvitationsSentAgain(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  clock: Clock;
}): InvitationsSentAgain {
  const { documents, tableName, clock } = options;
  return {
    async claim(organisation, person, onboarding) {
      const now = clock.now();
      try {
        await documents.send(
          new PutCommand({
            TableName: tableName,
            Item: {
              ...keys.inviteAgain(organisation, person),
              changeId: onboarding,
              claimedAt: now.toISOString(),
              expiresAtEpochSeconds: expiryEpochSeconds(now),
            },
            // Whoever is onboarded a second time is invited a second time, too.
            ConditionExpression: 'attribute_not_exists(pk) OR changeId <> :onboarding',
            ExpressionAttributeValues: { ':onboarding': onboarding },
          }),
        );
        return 'claimed';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'claimed-before';
        throw error;
      }
    },

    async giveBack(organisation, person) {
      await documents.send(
        new DeleteCommand({ TableName: tableName, Key: keys.inviteAgain(organisation, person) }),
      );
    },
  };
}
