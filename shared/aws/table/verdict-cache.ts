import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OrganisationName } from '../../config/names.ts';
import { knownVerdictSchema, type VerdictCache } from '../../enrichment/verdict-cache.ts';
import { indicatorKey } from '../../iocs/indicator.ts';
import type { Clock } from '../../time/clock.ts';
import { readRows } from './batch-read.ts';
import { writeRows } from './batch-write.ts';
import { keys } from './keys.ts';

/** The verdicts of one organisation in the table: one row an indicator, which the table deletes after its end. */
export function tableVerdictCache(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  organisation: OrganisationName;
  clock: Clock;
}): VerdictCache {
  const { documents, tableName, organisation, clock } = options;
  return {
    async find(indicators) {
      const wanted = indicators.map((indicator) => keys.verdict(organisation, indicator));
      const rows = await readRows(documents, tableName, wanted);
      const now = clock.now();
      // A row of another form is of another version of this program: asking anew mends it.
      const known = rows.flatMap((row) => knownVerdictSchema.safeParse(row).data ?? []);
      // The table deletes late, by hours.
      const valid = known.filter(({ verdict }) => new Date(verdict.validUntil) > now);
      return new Map(valid.map((one) => [indicatorKey(one.indicator), one]));
    },

    async save(verdicts) {
      const rows = verdicts.map((one) => ({
        ...keys.verdict(organisation, one.indicator),
        ...one,
        expiresAtEpochSeconds: Math.ceil(Date.parse(one.verdict.validUntil) / 1_000),
      }));
      await writeRows(documents, tableName, rows);
    },
  };
}
