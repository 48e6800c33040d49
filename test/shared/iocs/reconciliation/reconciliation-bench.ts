import type { DestinationListName } from '#shared/config/names.ts';
import type { SecureAccessEdition } from '#shared/config/organisation.ts';
import { mostEntriesOfOrganisation } from '#shared/config/organisation-capacity.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { type Block, isStanding, type StandingBlock } from '#shared/iocs/block.ts';
import { entryComment } from '#shared/iocs/blocking/entry-comment.ts';
import type { Indicator } from '#shared/iocs/indicator.ts';
import { indicatorKey } from '#shared/iocs/indicator.ts';
import type { ListRecord, ListRecords } from '#shared/iocs/reconciliation/list-record.ts';
import { reconcileOrganisation } from '#shared/iocs/reconciliation/reconcile-organisation.ts';
import type {
  ComparableList,
  OrganisationList,
  ReconciliationPorts,
} from '#shared/iocs/reconciliation/reconciliation-ports.ts';
import type { ComparedList, ListReconciliation } from '#shared/iocs/reconciliation/reconciliation-report.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { entryNumber } from '../blocking/entry-number.ts';
import { InMemoryTable } from '../blocking/in-memory-store.ts';
import { ListDouble } from '../blocking/list-double.ts';
import { listName, organisation } from '../blocking/worker-bench.ts';

/** What is remembered between comparisons, in memory. */
export class InMemoryListRecords implements ListRecords {
  readonly records = new Map<string, ListRecord>();
  readonly #table: Pick<InMemoryTable, 'listStates'>;

  /** @param table where writers keep what they have seen */
  constructor(table: Pick<InMemoryTable, 'listStates'>) {
    this.#table = table;
  }

  async find(_organisation: string, list: DestinationListName) {
    return this.records.get(list);
  }

  async lastLook(_organisation: string, list: DestinationListName) {
    return this.#table.listStates.get(list)?.enforcement;
  }

  async save(_organisation: string, list: DestinationListName, record: ListRecord) {
    this.records.set(list, record);
  }
}

export const requestId = deriveRequestId('test', 'reconciliation');

/** The comment of a block of ours; its lease ends in 30 days unless said otherwise. */
export function commentUntil(leaseUntil: string): string {
  return entryComment({ requestId, source: 'splunk', ticket: 'CASE-42', leaseUntil: new Date(leaseUntil) });
}

/** A list, its organisation and the ledger in memory, with a clock that moves only when somebody sleeps. */
export class ReconciliationBench {
  readonly table = new InMemoryTable();
  readonly list: ListDouble;
  readonly records = new InMemoryListRecords(this.table);
  readonly published: OutgoingEvent[] = [];
  readonly time = new AdvancingTime(new Date('2026-12-02T02:30:00Z'));
  readonly failures: unknown[] = [];
  edition: SecureAccessEdition = 'global';
  mostEntries = 250_000;
  /** Lists of the organisation beside the one that is compared, with what stands on them. */
  readonly otherLists = new Map<OrganisationList, readonly string[]>();
  finishBy = new Date('2026-12-02T02:45:00Z');

  constructor(list = new ListDouble()) {
    this.list = list;
  }

  /** Puts a block of ours on the list and into the ledger, as a worker has done a day ago. */
  block(indicator: Indicator, more: Partial<StandingBlock> = {}): StandingBlock {
    const { leaseUntil = '2026-12-31T05:00:00.000Z' } = more;
    const block = standingBlock(indicator, { leaseUntil, comment: commentUntil(leaseUntil), ...more });
    this.list.addWithComment(indicator.value, block.comment ?? '');
    this.save(block);
    return block;
  }

  save(block: Block): void {
    this.table.blocks.set(`${block.destinationList}/${indicatorKey(block.indicator)}`, block);
  }

  ledgerHas(indicator: Indicator): Block | undefined {
    return this.table.blocks.get(`${listName}/${indicatorKey(indicator)}`);
  }

  /** Values that the ledger takes as standing on the list. */
  standing(): string[] {
    return [...this.table.blocks.values()].filter(isStanding).map(({ indicator }) => indicator.value);
  }

  target(): ComparableList {
    return {
      name: listName,
      id: 7001234,
      organisation,
      mostEntries: this.mostEntries,
      mostEntriesOfOrganisation: mostEntriesOfOrganisation('destination-list', this.edition),
      destination: this.list,
    };
  }

  ports(): ReconciliationPorts {
    return {
      ledger: this.table.ledger(),
      lockUntil: (until) => this.table.lock(() => this.time.now(), until),
      records: this.records,
      events: { publish: async (events) => void this.published.push(...events) },
      clock: this.time,
      sleep: this.time.sleep,
      finishBy: this.finishBy,
    };
  }

  async run(
    lists: readonly ComparableList[] = [this.target()],
    ports = this.ports(),
  ): Promise<ListReconciliation[]> {
    const own: OrganisationList = {
      id: 7001234,
      name: 'soc-block',
      access: this.edition === 'umbrella' ? 'block' : 'none',
      entryCount: this.list.stored.size,
    };
    const { otherLists, edition } = this;
    const allLists = {
      all: async () => [own, ...otherLists.keys()],
      async *entriesOf(listId: number) {
        const values = [...otherLists].find(([{ id }]) => id === listId)?.[1] ?? [];
        yield values.map((value, index) => ({ value, entryId: entryNumber(index + 1), comment: '' }));
      },
    };
    return reconcileOrganisation(
      { name: organisation, lists, surroundings: { edition, allLists } },
      ports,
      ({ error }) => this.failures.push(error),
    );
  }

  /** Compares the one list, which must not fail. */
  async compare(ports = this.ports()): Promise<ComparedList> {
    const [result] = await this.run([this.target()], ports);
    if (result?.outcome === 'complete' || result?.outcome === 'partial') return result;
    throw new Error(`the list was not compared: ${JSON.stringify(result)}`, { cause: this.failures[0] });
  }

  /** Details of the events of one type. */
  events(detailType: OutgoingEvent['detailType']): object[] {
    return this.published.filter((event) => event.detailType === detailType).map(({ detail }) => detail);
  }
}

/** An enforced block of ours that was posted the day before. */
export function standingBlock(indicator: Indicator, more: Partial<StandingBlock> = {}): StandingBlock {
  const at = '2026-12-01T03:00:00.000Z';
  const block = {
    indicator,
    destinationList: listName,
    requestId,
    firstSeenAt: at,
    lastSeenAt: at,
    reports: [{ requestId, reportedAt: at }],
    history: [{ at, change: 'enforced' as const, by: requestId }],
    addedBy: 'us' as const,
    status: 'enforced' as const,
    verifiedAt: at,
  };
  // Only members of standing blocks are given, and a status never without what belongs to it.
  return { ...block, ...more } as StandingBlock;
}
