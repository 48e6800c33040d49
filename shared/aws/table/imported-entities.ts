import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { OrganisationName } from '../../config/names.ts';
import type { ImportedEntities } from '../../enrichment/imports/imported-entities.ts';
import type { Clock } from '../../time/clock.ts';
import { readRows } from './batch-read.ts';
import { writeRows } from './batch-write.ts';
import { keys } from './keys.ts';

const retentionSeconds = 86_400;

const rowSchema = z.object({ externalId: z.string(), id: z.string() });

/** The record of what was lately stored, in the table: one row an entity, which the table deletes after a day. */
export function tableImportedEntities(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  organisation: OrganisationName;
  clock: Clock;
}): ImportedEntities {
  const { documents, tableName, organisation, clock } = options;
  return {
    async find(externalIds) {
      const wanted = externalIds.map((externalId) => keys.importedEntity(organisation, externalId));
      const rows = await readRows(documents, tableName, wanted);
      return new Map(
        rows.map((row) => {
          const { externalId, id } = rowSchema.parse(row);
          return [externalId, id];
        }),
      );
    },

    async add(ids) {
      const expiresAtEpochSeconds = Math.floor(clock.now().getTime() / 1_000) + retentionSeconds;
      const rows = Array.from(ids, ([externalId, id]) => ({
        ...keys.importedEntity(organisation, externalId),
        externalId,
        id,
        expiresAtEpochSeconds,
      }));
      await writeRows(documents, tableName, rows);
    },
  };
}
