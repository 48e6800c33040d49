import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { channelNames } from '../../approvals/announcement/announcement-channel.ts';
import type { AnnouncementRecord } from '../../approvals/announcement/announcement-record.ts';
import { requestExpiryEpochSeconds } from '../../requests/retention.ts';
import type { Clock } from '../../time/clock.ts';
import { keys } from './keys.ts';
import { readPartition } from './partition-read.ts';

const rowSchema = z.object({ channel: z.enum(channelNames) });

/** Who has heard of an event, in the table: one row a channel. */
export function tableAnnouncementRecord(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  clock: Clock;
}): AnnouncementRecord {
  const { documents, tableName, clock } = options;
  return {
    async heardThrough(eventId) {
      const { pk } = keys.announcement(eventId, '');
      const rows = await readPartition(documents, tableName, pk);
      return new Set(rows.map((row) => rowSchema.parse(row).channel));
    },

    async markHeard(eventId, channel) {
      const now = clock.now();
      await documents.send(
        new PutCommand({
          TableName: tableName,
          Item: {
            ...keys.announcement(eventId, channel),
            channel,
            heardAt: now.toISOString(),
            expiresAtEpochSeconds: requestExpiryEpochSeconds(now),
          },
        }),
      );
    },
  };
}
