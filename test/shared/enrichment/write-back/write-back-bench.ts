import type { WriteBackCommand } from '#shared/enrichment/write-back/write-back-command.ts';
import { writeBackCommandFrom } from '#shared/enrichment/write-back/write-back-command.ts';
import type { WriteBackPorts } from '#shared/enrichment/write-back/write-back-ports.ts';
import type { IocReleased } from '#shared/events/ioc-released.ts';
import type { Block, StandingBlock } from '#shared/iocs/block.ts';
import { type Indicator, indicatorKey } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { type SimulatedXdr, startSimulatedXdr } from '../../cisco/xdr/simulated-xdr.ts';
import { InMemoryTable } from '../../iocs/blocking/in-memory-store.ts';
import { domain, listName, organisation } from '../../iocs/blocking/worker-bench.ts';
import { InMemoryImportedEntities, InMemoryImportLock } from '../imports/in-memory-imports.ts';

/** Where imports go, for faults. */
export const importTemplate = '/ctia/bundle/import';

const destinationList = { name: listName, id: 7_001_234 };
const requestId = deriveRequestId('splunk', '1');

/** A simulated XDR, a ledger, and what survives the functions that write back. */
export class WriteBackBench {
  readonly xdr: SimulatedXdr;
  readonly table = new InMemoryTable();
  readonly entities = new InMemoryImportedEntities();
  readonly #lock: InMemoryImportLock;
  #messages = 0;

  constructor(xdr: SimulatedXdr) {
    this.xdr = xdr;
    this.#lock = new InMemoryImportLock(xdr.time);
  }

  /** The ports of one more function. */
  ports(changes: Partial<WriteBackPorts> = {}): WriteBackPorts {
    const { client, time } = this.xdr;
    return {
      client,
      entities: this.entities,
      ledger: this.table.ledger(),
      lock: this.#lock.forFunction({ lastsSeconds: 390 }),
      clock: time,
      sleep: time.sleep,
      waitForLockUntil: new Date(time.now().getTime() + 10_000),
      ...changes,
    };
  }

  /** Puts an enforced block into the ledger. */
  block(value: string | Indicator, changes: Partial<StandingBlock> = {}): Indicator {
    const indicator = typeof value === 'string' ? domain(value) : value;
    const at = this.xdr.time.now().toISOString();
    const block: StandingBlock = {
      indicator,
      destinationList: listName,
      requestId,
      firstSeenAt: at,
      lastSeenAt: at,
      reports: [{ requestId, reportedAt: at, source: 'Splunk', ticket: 'INC-1' }],
      history: [],
      status: 'enforced',
      verifiedAt: at,
      addedBy: 'us',
      leaseUntil: '2026-01-31T08:00:00.000Z',
      // A type with optional members: what is given must be a standing block again.
      ...(changes as Partial<Extract<StandingBlock, { status: 'enforced' }>>),
    };
    this.#save(block);
    return indicator;
  }

  /** Ends a block in the ledger. */
  release(indicator: Indicator): void {
    const block = this.table.blocks.get(`${listName}/${indicatorKey(indicator)}`);
    if (!block) throw new Error('release what was blocked');
    const { destinationList: list, firstSeenAt, lastSeenAt, reports, history } = block;
    const releasedAt = this.xdr.time.now().toISOString();
    this.#save({
      indicator,
      destinationList: list,
      requestId,
      firstSeenAt,
      lastSeenAt,
      reports,
      history,
      status: 'released',
      releasedAt,
      because: 'released-by-operator',
    });
  }

  /** The event that these were blocked. */
  blockedCommand(indicators: readonly Indicator[]): WriteBackCommand {
    return this.#command('IocBlocked', {
      requestId,
      indicators: indicators.map((indicator) => ({ ...indicator, status: 'enforced' })),
    });
  }

  /** The event that these were released now. */
  releasedCommand(
    indicators: readonly Indicator[],
    because: IocReleased['indicators'][number]['because'] = 'released-by-operator',
  ): WriteBackCommand {
    return this.#command('IocReleased', {
      indicators: indicators.map((indicator) => ({ ...indicator, because })),
    });
  }

  counts(): Readonly<Record<string, number>> {
    return this.xdr.control.state().entityCounts;
  }

  /** Ends of all judgements, in order of writing. */
  judgementEnds(): string[] {
    return this.xdr.control
      .entities()
      .filter(({ type }) => type === 'judgement')
      .map(({ body }) => JSON.parse(JSON.stringify(body.valid_time)).end_time);
  }

  #command(detailType: string, detail: object): WriteBackCommand {
    const time = this.xdr.time.now().toISOString();
    const messageId = `message-${++this.#messages}`;
    const event = {
      id: messageId,
      source: 'scc-automations.test',
      'detail-type': detailType,
      time,
      detail: { version: 1, eventId: messageId, organisation, destinationList, occurredAt: time, ...detail },
    };
    return writeBackCommandFrom(event, messageId);
  }

  #save(block: Block): void {
    this.table.blocks.set(`${block.destinationList}/${indicatorKey(block.indicator)}`, block);
  }
}

export async function startWriteBackBench(): Promise<WriteBackBench> {
  return new WriteBackBench(await startSimulatedXdr());
}
