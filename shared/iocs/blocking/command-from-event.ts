import { z } from 'zod';
import type { DestinationListName } from '../../config/names.ts';
import type { SecureAccessEdition } from '../../config/organisation.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { blockRequestedSchema } from '../../events/block-requested.ts';
import type { BusEvent } from '../../events/bus-event.ts';
import type { RejectedValue } from '../../requests/received-request.ts';
import { deriveRequestId } from '../../requests/request-id.ts';
import { screenIndicator } from '../guard/screen-indicator.ts';
import { type Indicator, indicatorKey } from '../indicator.ts';
import { parseIndicator } from '../parse-indicator.ts';
import type { BlockCommand } from './block-command.ts';

const longestShownValue = 256;

/**
 * The command in a `BlockRequested` event. The guard stands here once more: any AWS workload may publish such an
 * event, and what it names has passed no guard of ours.
 * @throws RefusedInput when the detail breaks the contract, or names a list that the configuration does not have
 */
export function commandFromEvent(
  event: BusEvent,
  messageId: string,
  editionOf: (list: DestinationListName) => SecureAccessEdition | undefined,
): BlockCommand {
  const parsed = blockRequestedSchema.safeParse(event.detail);
  if (!parsed.success) {
    throw new RefusedInput(
      `Event ${event.id} from ${event.source} is no valid BlockRequested: ${z.prettifyError(parsed.error)}`,
    );
  }
  const detail = parsed.data;
  const edition = editionOf(detail.destinationList);
  if (edition === undefined) {
    throw new RefusedInput(
      `Event ${event.id} from ${event.source} names the destination list "${detail.destinationList}", which the configuration does not have.`,
    );
  }
  const indicators = new Map<string, Indicator>();
  const rejected: RejectedValue[] = [];
  for (const { value, type } of detail.indicators) {
    const screened = readAndScreen(value, type, edition);
    if (typeof screened !== 'string') indicators.set(indicatorKey(screened), screened);
    else rejected.push({ value: value.slice(0, longestShownValue), reason: screened });
  }
  const { connection, source, ticket } = detail;
  return {
    messageId,
    requestId: detail.requestId ?? deriveRequestId(event.source, event.id),
    part: detail.part,
    destinationList: detail.destinationList,
    indicators: [...indicators.values()],
    rejected,
    receivedAt: new Date(detail.receivedAt ?? event.time),
    ...(connection === undefined ? {} : { connection }),
    ...(source === undefined ? {} : { source }),
    ...(ticket === undefined ? {} : { ticket }),
  };
}

/** The indicator, or the reason why it is not blocked. */
function readAndScreen(
  value: string,
  type: string | undefined,
  edition: SecureAccessEdition,
): Indicator | string {
  const parsed = parseIndicator(value, type);
  if (parsed.kind === 'rejected') return parsed.reason;
  const screening = screenIndicator(parsed.indicator, { edition });
  return screening.decision === 'pass' ? parsed.indicator : screening.reason;
}
