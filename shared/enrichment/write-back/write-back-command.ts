import { z } from 'zod';
import type { OrganisationName } from '../../config/names.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { BusEvent } from '../../events/bus-event.ts';
import type { DestinationReference } from '../../events/destination-reference.ts';
import { type IocReleased, iocReleasedSchema } from '../../events/ioc-released.ts';
import { iocBlockedSchema } from '../../events/ioc-results.ts';
import type { Indicator } from '../../iocs/indicator.ts';

/** An indicator on a destination list, the one that took it. */
export interface ListedIndicator {
  readonly indicator: Indicator;
  readonly list: DestinationReference;
}

interface Common {
  readonly messageId: string;
  readonly organisation: OrganisationName;
}

/** Blocks that may be new to private intelligence. */
export interface WriteCommand extends Common {
  readonly kind: 'write';
  readonly blocked: readonly ListedIndicator[];
}

export type ReleaseReason = IocReleased['indicators'][number]['because'];

/** Blocks that have ended. */
export interface ExpireCommand extends Common {
  readonly kind: 'expire';
  readonly released: readonly (ListedIndicator & { readonly because: ReleaseReason })[];
  readonly releasedAt: Date;
}

/** One message's worth of work. */
export type WriteBackCommand = WriteCommand | ExpireCommand;

/**
 * The command in an `IocBlocked` or `IocReleased` event.
 * @throws RefusedInput when it is neither, or its detail breaks the contract
 */
export function writeBackCommandFrom(event: BusEvent, messageId: string): WriteBackCommand {
  switch (event['detail-type']) {
    case 'IocBlocked': {
      const { organisation, destinationList, indicators } = detailOf(event, iocBlockedSchema);
      const blocked = indicators
        .filter(({ status }) => status !== 'stored-not-enforced')
        .map(({ type, value, overflowedTo }) => ({
          indicator: { type, value },
          list: overflowedTo ?? destinationList,
        }));
      return { kind: 'write', messageId, organisation, blocked };
    }
    case 'IocReleased': {
      const { organisation, destinationList, indicators, occurredAt } = detailOf(event, iocReleasedSchema);
      const released = indicators.map(({ type, value, because }) => ({
        indicator: { type, value },
        list: destinationList,
        because,
      }));
      return { kind: 'expire', messageId, organisation, released, releasedAt: new Date(occurredAt) };
    }
    default:
      throw new RefusedInput(
        `Event ${event.id} from ${event.source} is a ${event['detail-type']}: only IocBlocked and IocReleased are written back.`,
      );
  }
}

function detailOf<T>(event: BusEvent, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(event.detail);
  if (parsed.success) return parsed.data;
  throw new RefusedInput(
    `Event ${event.id} from ${event.source} is no valid ${event['detail-type']}: ${z.prettifyError(parsed.error)}`,
  );
}
