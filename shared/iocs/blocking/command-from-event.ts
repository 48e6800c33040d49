import { z } from 'zod';
import { configuredDestination, placeOf } from '../../config/configured-destination.ts';
import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { type BlockRequested, blockRequestedSchema } from '../../events/block-requested.ts';
import type { BusEvent } from '../../events/bus-event.ts';
import type { RejectedValue } from '../../requests/received-request.ts';
import { deriveRequestId } from '../../requests/request-id.ts';
import type { Guard } from '../guard/guard.ts';
import type { ScreeningContext } from '../guard/rule.ts';
import { type Indicator, indicatorKey } from '../indicator.ts';
import { parseIndicator } from '../parse-indicator.ts';
import type { BlockCommand } from './block-command.ts';
import { type Hold, shortened } from './fate.ts';

const longestShownValue = 256;

/** The reason of a hold that the publisher of the command asks for: so far, the policy for verdicts. */
const heldByPublisher = 'enrichment-policy';

/**
 * The command in a `BlockRequested` event. The guard stands here once more: any AWS workload may publish such an
 * event, and what it names has passed no guard of ours; and the worker's guard knows more than the webhook's.
 * @throws RefusedInput when the detail breaks the contract, or names a list that the configuration does not have
 */
export function commandFromEvent(
  event: BusEvent,
  messageId: string,
  context: { guard: Guard; configuration: DeploymentConfiguration },
): BlockCommand {
  const parsed = blockRequestedSchema.safeParse(event.detail);
  if (!parsed.success) {
    throw new RefusedInput(
      `Event ${event.id} from ${event.source} is no valid BlockRequested: ${z.prettifyError(parsed.error)}`,
    );
  }
  const detail = parsed.data;
  const screening = screeningContext(detail, context.configuration);
  if (!screening) {
    throw new RefusedInput(
      `Event ${event.id} from ${event.source} names the destination "${detail.destinationList}", which the configuration does not have.`,
    );
  }
  const { connection, source, ticket, link, severity, confidence, approvesPart } = detail;
  return {
    messageId,
    requestId: detail.requestId ?? deriveRequestId(event.source, event.id),
    part: detail.part,
    destinationList: detail.destinationList,
    ...screened(detail, context.guard, screening),
    receivedAt: new Date(detail.receivedAt ?? event.time),
    ...(connection !== undefined && { connection }),
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
    ...(link !== undefined && { link }),
    ...(severity !== undefined && { severity }),
    ...(confidence !== undefined && { confidence }),
    ...(approvesPart !== undefined && { approvesPart }),
  };
}

/** What the guard has to know, or nothing when the list is none of the configuration's. */
function screeningContext(
  { destinationList, connection, confidence, severity }: BlockRequested,
  configuration: DeploymentConfiguration,
): ScreeningContext | undefined {
  const destination = configuredDestination(destinationList, configuration);
  const place = destination && placeOf(destination, configuration);
  if (!place) return undefined;
  const sender = connection && configuration.connections[connection];
  return {
    place,
    confidence,
    severity,
    minimumConfidence: sender?.minimumConfidence,
    minimumSeverity: sender?.minimumSeverity,
    senderHosts: sender?.ignoredDomains,
  };
}

/** Every value of the event, read and sorted by what the guard says. */
function screened(
  detail: BlockRequested,
  guard: Guard,
  context: ScreeningContext,
): Pick<BlockCommand, 'indicators' | 'holds' | 'rejected'> {
  const indicators = new Map<string, Indicator>();
  const holds = new Map<string, Hold>();
  const rejected: RejectedValue[] = [];
  const reject = (value: string, reason: string) =>
    rejected.push({ value: value.slice(0, longestShownValue), reason });
  for (const { value, type, hold } of detail.indicators) {
    const parsed = parseIndicator(value, type);
    if (parsed.kind === 'rejected') {
      reject(value, parsed.reason);
      continue;
    }
    const { indicator } = parsed;
    const screening = guard.screen(indicator, context);
    if (screening.decision === 'reject') {
      reject(value, screening.reason);
      continue;
    }
    const key = indicatorKey(indicator);
    indicators.set(key, indicator);
    if (screening.decision === 'hold') {
      holds.set(key, shortened(screening));
    } else if (hold !== undefined) {
      holds.set(key, { reason: heldByPublisher, explanation: hold });
    }
  }
  return { indicators: [...indicators.values()], holds, rejected };
}
