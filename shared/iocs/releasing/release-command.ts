import { z } from 'zod';
import type { DestinationListName } from '../../config/names.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { BusEvent } from '../../events/bus-event.ts';
import { type ReleaseRequested, releaseRequestedSchema } from '../../events/release-requested.ts';
import { parseIndicator } from '../parse-indicator.ts';
import type { ReleaseCause, ReleaseOrder } from './release-order.ts';

/** One message's worth of work: blocks of one list that somebody wants to end. */
export interface ReleaseCommand {
  readonly messageId: string;
  readonly destinationList: DestinationListName;
  readonly orders: readonly ReleaseOrder[];
}

/**
 * The command in a `ReleaseRequested` event.
 * @throws RefusedInput when the detail breaks the contract
 */
export function releaseCommandFrom(event: BusEvent, messageId: string): ReleaseCommand {
  const parsed = releaseRequestedSchema.safeParse(event.detail);
  if (!parsed.success) throw invalid(event, z.prettifyError(parsed.error));
  const { destinationList, indicators } = parsed.data;
  const cause = causeOf(parsed.data, event);
  const orders = indicators.map(({ type, value }): ReleaseOrder => {
    const read = parseIndicator(value, type);
    if (read.kind === 'rejected') throw invalid(event, `"${value}" is no ${type} (${read.reason})`);
    return { indicator: read.indicator, causes: [cause] };
  });
  return { messageId, destinationList, orders };
}

function causeOf(detail: ReleaseRequested, event: BusEvent): ReleaseCause {
  const { because, rolledBackRequestId, requestedBy, requestedAt } = detail;
  if (because === 'released-by-operator') {
    return { kind: because, by: requestedBy, askedAt: new Date(requestedAt) };
  }
  if (rolledBackRequestId === undefined) {
    throw invalid(event, 'request-rolled-back needs rolledBackRequestId, the request to roll back');
  }
  return { kind: because, requestId: rolledBackRequestId, by: requestedBy };
}

function invalid(event: BusEvent, problem: string): RefusedInput {
  return new RefusedInput(`Event ${event.id} from ${event.source} is no valid ReleaseRequested: ${problem}`);
}
