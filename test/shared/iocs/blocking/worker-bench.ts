import type { PartDecision } from '#shared/approvals/decision.ts';
import { blastRadiusSchema } from '#shared/config/blast-radius.ts';
import { leasesSchema } from '#shared/config/leases.ts';
import {
  type DestinationListName,
  destinationListNameSchema,
  organisationNameSchema,
} from '#shared/config/names.ts';
import { firstApprovedPart } from '#shared/events/block-requested.ts';
import type { EventPublisher, OutgoingEvent } from '#shared/events/event-publisher.ts';
import { type Block, isStanding, type ReleaseReason } from '#shared/iocs/block.ts';
import type { BlockCommand, CommandResult } from '#shared/iocs/blocking/block-command.ts';
import { blockIndicators } from '#shared/iocs/blocking/block-indicators.ts';
import type { BlockingSettings, TargetList, WorkerPorts } from '#shared/iocs/blocking/worker-ports.ts';
import type { TouchedIdentities } from '#shared/iocs/identities/touched-identities.ts';
import { type Indicator, indicatorKey, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import type { IndicatorStatus } from '#shared/iocs/indicator-status.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { InMemoryTable } from './in-memory-store.ts';
import { ListDouble } from './list-double.ts';

export const organisation = organisationNameSchema.parse('main');
export const listName = destinationListNameSchema.parse('soc-block');

export function domain(value: string): Indicator {
  return { type: 'domain', value: indicatorValueSchema.parse(value) };
}

/** `count` different domains; another `prefix` gives others. */
export function domains(count: number, prefix = 'd'): Indicator[] {
  return Array.from({ length: count }, (_, index) => domain(`${prefix}${index}.example`));
}

/** A message of the block queue; the delivery decides the request id. */
export function command(
  delivery: string,
  indicators: readonly Indicator[],
  more: Partial<BlockCommand> = {},
): BlockCommand {
  return {
    messageId: `message-${delivery}-${more.part ?? 0}`,
    requestId: deriveRequestId('test', delivery),
    part: 0,
    destinationList: listName,
    indicators,
    holds: new Map(),
    rejected: [],
    receivedAt: new Date('2026-11-22T03:00:00Z'),
    ...more,
  };
}

/** The command that a person's approval of another becomes. */
export function approved(of: BlockCommand, indicators = of.indicators): BlockCommand {
  return {
    ...of,
    messageId: `${of.messageId}-approved`,
    part: firstApprovedPart + of.part,
    approvesPart: of.part,
    indicators,
    rejected: [],
  };
}

/** The same command, with the guard holding all of it, or only some. */
export function heldByGuard(of: BlockCommand, held = of.indicators): BlockCommand {
  const hold = { reason: 'shared-hosting', explanation: 'Strangers keep their pages there.' };
  return { ...of, holds: new Map(held.map((indicator) => [indicatorKey(indicator), hold])) };
}

/** A block worker on memory, with a clock that moves only when somebody sleeps. */
export class WorkerBench {
  readonly table = new InMemoryTable();
  readonly list: ListDouble;
  readonly published: OutgoingEvent[] = [];
  whenNotEnforced: TargetList['whenNotEnforced'] = 'store';
  mostEntries = 250_000;
  overflow: TargetList | undefined;
  settings: BlockingSettings = {
    blastRadius: blastRadiusSchema.parse({}),
    leases: leasesSchema.parse({}),
    connections: {},
  };
  /** How many identities use an indicator, as the reports say; they know nobody by default. */
  touchedIdentities: TouchedIdentities = { count: async () => 0 };
  now = new Date('2026-11-22T03:00:05Z');
  #posts = 0;

  constructor(list = new ListDouble()) {
    this.list = list;
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  ports(): WorkerPorts {
    const publisher: EventPublisher = {
      publish: async (events) => {
        this.published.push(...events);
      },
    };
    return {
      lock: this.table.lock(() => this.now, new Date(this.now.getTime() + 125_000)),
      ledger: this.table.ledger(),
      outcomes: this.table.requestOutcomes(),
      decisions: this.table.recordedDecisions(),
      settings: this.settings,
      touchedIdentitiesOf: () => this.touchedIdentities,
      events: publisher,
      clock: { now: () => this.now },
      // Waits at least one turn of the event loop, so that two workers can run side by side.
      sleep: async (milliseconds) => {
        this.pass(milliseconds / 1000);
        await new Promise((resolve) => setImmediate(resolve));
      },
      newPostId: () => `post-${++this.#posts}`,
      waitForLockUntil: new Date(this.now.getTime() + 60_000),
      lookUpIdentitiesUntil: new Date(this.now.getTime() + 30_000),
    };
  }

  target(): TargetList {
    return {
      name: listName,
      id: 7001234,
      organisation,
      whenNotEnforced: this.whenNotEnforced,
      mostEntries: this.mostEntries,
      mostEntriesOfOrganisation: 250_000,
      destination: this.list,
      ...(this.overflow && { overflow: this.overflow }),
    };
  }

  async run(commands: readonly BlockCommand[], ports: WorkerPorts = this.ports()): Promise<CommandResult[]> {
    if (!isNonEmpty(commands)) return [];
    return blockIndicators([{ list: this.target(), commands }], ports);
  }

  /** Has a person decide about what the command held. */
  decide(of: BlockCommand, decision: PartDecision['decision']): void {
    this.table.decisions.set(`${of.requestId}/${of.part}`, {
      requestId: of.requestId,
      part: of.part,
      decision,
      decidedBy: 'Ada',
      through: 'link',
      decidedAt: this.now.toISOString(),
    });
  }

  /** The ledger's row of an indicator on the list, or on another. */
  block(indicator: Indicator, list: DestinationListName = listName): Block | undefined {
    return this.table.blocks.get(`${list}/${indicatorKey(indicator)}`);
  }

  /** Ends a block in the ledger and on the list, as releasing it would. */
  release(indicator: Indicator, because: ReleaseReason): void {
    const block = this.block(indicator);
    if (!block || !isStanding(block)) throw new Error(`${indicator.value} does not stand on the list.`);
    const { indicator: of, destinationList, requestId, firstSeenAt, lastSeenAt, reports, leaseUntil } = block;
    const at = this.now.toISOString();
    this.table.blocks.set(`${destinationList}/${indicatorKey(of)}`, {
      indicator: of,
      destinationList,
      requestId,
      firstSeenAt,
      lastSeenAt,
      reports,
      history: [...block.history, { at, change: 'released', by: because }],
      status: 'released',
      releasedAt: at,
      because,
      ...(leaseUntil !== undefined && { leaseUntil }),
    });
    this.list.stored.delete(of.value);
  }

  /** How the indicators of a command ended, by status. */
  statuses(of: BlockCommand): Partial<Record<IndicatorStatus, number>> {
    const counts: Partial<Record<IndicatorStatus, number>> = {};
    for (const { status } of this.outcome(of)?.indicators ?? []) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  outcome(of: BlockCommand) {
    return this.table.outcomes.get(`${of.requestId}/${of.part}`);
  }
}
