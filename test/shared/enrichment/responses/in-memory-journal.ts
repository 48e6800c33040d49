import type { ResponseOrder } from '#shared/enrichment/responses/responder.ts';
import type { JournaledResponse, ResponseJournal } from '#shared/enrichment/responses/response-journal.ts';
import { indicatorKey } from '#shared/iocs/indicator.ts';

/** The journal that functions share, in memory; what stands in it survives them. */
export class InMemoryResponseJournal implements ResponseJournal {
  readonly rows = new Map<string, JournaledResponse>();

  async find(requestId: string, order: ResponseOrder) {
    return this.rows.get(nameOf(requestId, order));
  }

  async open(response: JournaledResponse) {
    const name = nameOf(response.requestId, response);
    if (this.rows.has(name)) return 'exists';
    this.rows.set(name, response);
    return 'opened';
  }

  async close(response: JournaledResponse) {
    this.rows.set(nameOf(response.requestId, response), response);
  }

  async withdraw(response: JournaledResponse) {
    const name = nameOf(response.requestId, response);
    const row = this.rows.get(name);
    if (row?.state === 'open' && row.openedAt === response.openedAt) this.rows.delete(name);
  }
}

function nameOf(requestId: string, { indicator, moduleInstanceId, actionId }: ResponseOrder): string {
  return JSON.stringify([requestId, indicatorKey(indicator), moduleInstanceId, actionId]);
}
