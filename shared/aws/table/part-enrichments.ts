import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { pagesOf } from '../../enrichment/pages.ts';
import { type PartEnrichment, partEnrichmentSchema } from '../../enrichment/part-enrichment.ts';
import type { PartEnrichments } from '../../enrichment/part-enrichments.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { RequestId } from '../../requests/request-id.ts';
import { requestExpiryEpochSeconds } from '../../requests/retention.ts';
import { readRows } from './batch-read.ts';
import { keys } from './keys.ts';

/** A page of a part; the first says how many there are. */
const rowSchema = partEnrichmentSchema.extend({ page: z.int().nonnegative(), pages: z.int().positive() });

/** What a state may replace: what is decided stays, and what is done is done, whoever comes late. */
const replaceableBy = {
  failed: ['failed'],
  decided: ['failed', 'decided'],
  done: ['failed', 'decided', 'done'],
} as const satisfies Record<PartEnrichment['state'], readonly PartEnrichment['state'][]>;

/** Rejected values are kept on the first page, this many: 500 of 256 characters stay below what a row takes. */
const mostRejectedKept = 500;

/**
 * What became of the parts of requests for enrichment, in the table: as many rows a part as its decisions need, always
 * written together.
 */
export function tablePartEnrichments(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
}): PartEnrichments {
  const { documents, tableName } = options;

  return {
    find,

    async decide(enrichment) {
      if (await write(enrichment, ['failed'])) return enrichment;
      const [earlier] = await find([enrichment]);
      if (earlier) return earlier;
      throw new RetryLater(`The decisions of ${enrichment.requestId} changed while they were read.`);
    },

    async save(enrichment) {
      await write(enrichment, replaceableBy[enrichment.state]);
    },
  };

  async function find(parts: readonly { requestId: RequestId; part: number }[]): Promise<PartEnrichment[]> {
    const distinct = new Map(parts.map((one) => [`${one.requestId}/${one.part}`, one]));
    const firstPages = await readRows(
      documents,
      tableName,
      [...distinct.values()].map(({ requestId, part }) => keys.requestEnrichment(requestId, part, 0)),
    );
    const further = firstPages
      .map((row) => rowSchema.parse(row))
      .flatMap(({ requestId, part, pages }) =>
        Array.from({ length: pages - 1 }, (_, index) => keys.requestEnrichment(requestId, part, index + 1)),
      );
    const furtherPages = await readRows(documents, tableName, further);
    return partEnrichmentsIn([...firstPages, ...furtherPages]);
  }

  /** Answers whether it was written: only over nothing, or over one of the states. */
  async function write(
    enrichment: PartEnrichment,
    replaceable: readonly PartEnrichment['state'][],
  ): Promise<boolean> {
    const rows = rowsOf(enrichment).map((Item) => ({ TableName: tableName, Item }));
    const values = replaceable.map((state, index) => [`:state${index}`, state] as const);
    const condition = {
      ConditionExpression: `attribute_not_exists(#state) OR #state IN (${values.map(([name]) => name).join()})`,
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: Object.fromEntries(values),
    };
    try {
      await documents.send(
        new TransactWriteCommand({
          // The first page stands for the part.
          TransactItems: rows.map((row, page) => ({ Put: page === 0 ? { ...row, ...condition } : row })),
        }),
      );
      return true;
    } catch (error) {
      const isRefused =
        error instanceof TransactionCanceledException &&
        error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed';
      if (!isRefused) throw error;
      return false;
    }
  }
}

/** The parts in rows of their kind; a row that another writing has left behind is no part of one. */
export function partEnrichmentsIn(rows: readonly unknown[]): PartEnrichment[] {
  const parsed = rows.map((row) => rowSchema.parse(row));
  const byPart = Map.groupBy(parsed, ({ requestId, part }) => `${requestId}/${part}`);
  return [...byPart.values()].flatMap((pages) => {
    const first = pages.find(({ page }) => page === 0);
    if (!first) return [];
    const decisions = pages
      .filter(({ page }) => page < first.pages)
      .toSorted((one, other) => one.page - other.page)
      .flatMap((page) => page.decisions);
    return [partEnrichmentSchema.parse({ ...first, decisions })];
  });
}

function rowsOf(enrichment: PartEnrichment) {
  const { requestId, part, rejected, at } = enrichment;
  const pages = pagesOf(enrichment.decisions);
  return pages.map((decisions, page) => ({
    ...keys.requestEnrichment(requestId, part, page),
    ...enrichment,
    decisions,
    rejected: page === 0 ? rejected.slice(0, mostRejectedKept) : [],
    page,
    pages: pages.length,
    expiresAtEpochSeconds: requestExpiryEpochSeconds(new Date(at)),
  }));
}
