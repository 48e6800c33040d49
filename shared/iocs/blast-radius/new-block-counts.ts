import type { ConnectionName, DestinationListName } from '../../config/names.ts';
import type { RequestId } from '../../requests/request-id.ts';

/** How many new blocks are to be added to a count. `period` names what is counted together. */
export interface NewBlockCount {
  readonly period: string;
  readonly count: number;
}

/** A new block, as far as counting needs it. */
export interface CountedBlock {
  readonly requestId: RequestId;
  readonly connection?: ConnectionName | undefined;
  /** The list that was asked for, where the request's own new blocks have to be counted in the table. */
  readonly countedForList?: DestinationListName | undefined;
}

/** What a request blocks on a list. */
export function requestPeriod(requestId: RequestId, list: DestinationListName): string {
  return `request#${requestId}#${list}`;
}

/** What a connection blocks in a clock hour, on all lists of the organisation. */
export function connectionHour(connection: ConnectionName, at: Date): string {
  return `hour#${connection}#${at.toISOString().slice(0, 13)}`;
}

/** What is blocked in the organisation in a day (UTC). */
export function organisationDay(at: Date): string {
  return `day#${at.toISOString().slice(0, 10)}`;
}

/** What new blocks add to the counts of their organisation; those of requests first. */
export function newBlockCounts(blocks: readonly CountedBlock[], at: Date): NewBlockCount[] {
  const counts = new Map<string, number>();
  const add = (period: string) => counts.set(period, (counts.get(period) ?? 0) + 1);
  for (const { requestId, countedForList } of blocks) {
    if (countedForList) add(requestPeriod(requestId, countedForList));
  }
  for (const { connection } of blocks) {
    if (connection) add(connectionHour(connection, at));
    add(organisationDay(at));
  }
  return [...counts].map(([period, count]) => ({ period, count }));
}
