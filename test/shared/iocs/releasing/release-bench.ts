import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { type IocReleased, iocReleasedSchema } from '#shared/events/ioc-released.ts';
import type { Block, StandingBlock } from '#shared/iocs/block.ts';
import { entryComment } from '#shared/iocs/blocking/entry-comment.ts';
import { type Indicator, indicatorKey } from '#shared/iocs/indicator.ts';
import { type ReleaseReport, releaseOnList } from '#shared/iocs/releasing/release-on-list.ts';
import type { ReleaseOrder } from '#shared/iocs/releasing/release-order.ts';
import type { ReleaseList, ReleasePorts } from '#shared/iocs/releasing/release-ports.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { InMemoryTable } from '../blocking/in-memory-store.ts';
import { ListDouble } from '../blocking/list-double.ts';
import { domain, listName, organisation } from '../blocking/worker-bench.ts';

/** The request that asks for the blocks of {@link ReleaseBench.block}. */
export const requestId = deriveRequestId('test', 'first');

export const leaseEnd = new Date('2026-11-22T05:00:00Z');

/** Every block's lease has ended. */
export const endedLease: ReleaseOrder['causes'] = [{ kind: 'lease-ended' }];

/** The release of blocks on memory, with a clock that moves only when somebody sleeps. */
export class ReleaseBench {
  readonly table = new InMemoryTable();
  readonly list: ListDouble;
  readonly published: OutgoingEvent[] = [];
  now = new Date('2026-11-22T05:01:00Z');

  constructor(list = new ListDouble()) {
    this.list = list;
  }

  /** Blocks an indicator: an entry on the list, and its row in the ledger. */
  block(indicator: Indicator | string, more: Partial<StandingBlock> = {}): StandingBlock {
    const blocked = typeof indicator === 'string' ? domain(indicator) : indicator;
    const comment = entryComment({ requestId, leaseUntil: leaseEnd });
    this.list.addWithComment(blocked.value, comment);
    const reportedAt = '2026-11-22T03:00:00.000Z';
    const block: StandingBlock = {
      indicator: blocked,
      destinationList: listName,
      requestId,
      firstSeenAt: reportedAt,
      lastSeenAt: reportedAt,
      reports: [{ requestId, reportedAt }],
      history: [{ at: reportedAt, change: 'enforced', by: requestId }],
      status: 'enforced',
      verifiedAt: reportedAt,
      addedBy: 'us',
      leaseUntil: leaseEnd.toISOString(),
      comment,
      // A type with optional members: what is given must be a standing block again.
      ...(more as Partial<Extract<StandingBlock, { status: 'enforced' }>>),
    };
    this.save(block);
    return block;
  }

  save(block: Block): void {
    this.table.blocks.set(`${listName}/${indicatorKey(block.indicator)}`, block);
  }

  row(value: string): Block | undefined {
    return this.table.blocks.get(`${listName}/domain:${value}`);
  }

  ports(): ReleasePorts {
    return {
      lock: this.table.lock(() => this.now, new Date(this.now.getTime() + 120_000)),
      ledger: this.table.ledger(),
      events: {
        publish: async (events) => {
          this.published.push(...events);
        },
      },
      clock: { now: () => this.now },
      sleep: async (milliseconds) => {
        this.pass(milliseconds / 1000);
        await new Promise((resolve) => setImmediate(resolve));
      },
      stopAt: new Date(this.now.getTime() + 600_000),
    };
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  target(): ReleaseList {
    return { name: listName, id: 7_001_234, organisation, destination: this.list };
  }

  release(
    values: readonly string[],
    causes: ReleaseOrder['causes'] = endedLease,
    ports: ReleasePorts = this.ports(),
  ): Promise<ReleaseReport> {
    const orders = values.map((value) => ({ indicator: domain(value), causes }));
    return releaseOnList(this.target(), orders, ports);
  }

  /** What was published of each value. */
  told(): Record<string, IocReleased['indicators'][number]['because']> {
    const indicators = this.published.flatMap(({ detail }) => iocReleasedSchema.parse(detail).indicators);
    return Object.fromEntries(indicators.map(({ value, because }) => [value, because]));
  }
}
