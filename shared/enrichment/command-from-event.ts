import { z } from 'zod';
import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import { indicatorRoutes } from '../config/indicator-routes.ts';
import { RefusedInput } from '../errors/refused-input.ts';
import type { BusEvent } from '../events/bus-event.ts';
import { enrichRequestedSchema } from '../events/enrich-requested.ts';
import { parseIndicator } from '../iocs/parse-indicator.ts';
import type { RejectedValue } from '../requests/received-request.ts';
import { deriveRequestId } from '../requests/request-id.ts';
import { askableIndicators } from './askable-indicators.ts';
import type { EnrichCommand } from './enrich-command.ts';

/** `test`: the connection is only tried out, so that nothing may come of the command. */
export type ReadCommand =
  | { readonly kind: 'command'; readonly command: EnrichCommand }
  | { readonly kind: 'test' };

/** Longer values are shown cut. */
const longestShownValue = 256;

/**
 * The command in an `EnrichRequested` event; any AWS workload may publish one.
 * @throws RefusedInput when the detail breaks the contract, or names a connection that enriches nothing
 */
export function commandFromEvent(
  event: BusEvent,
  messageId: string,
  configuration: DeploymentConfiguration,
): ReadCommand {
  const parsed = enrichRequestedSchema.safeParse(event.detail);
  if (!parsed.success) {
    throw new RefusedInput(
      `Event ${event.id} from ${event.source} is no valid EnrichRequested: ${z.prettifyError(parsed.error)}`,
    );
  }
  const detail = parsed.data;
  const connection = configuration.connections[detail.connection];
  if (!connection?.enrichment) {
    throw new RefusedInput(
      `Event ${event.id} from ${event.source} names the connection "${detail.connection}", which the configuration does not have, or has without "enrichment".`,
    );
  }
  if (connection.mode === 'test') return { kind: 'test' };

  const rejected: RejectedValue[] = [];
  const reject = (value: string, reason: string) =>
    rejected.push({ value: value.slice(0, longestShownValue).toWellFormed(), reason });
  const indicators = detail.indicators.flatMap(({ value, type }) => {
    const read = parseIndicator(value, type);
    if (read.kind === 'indicator') return [read.indicator];
    reject(value, read.reason);
    return [];
  });
  const { source, ticket, link, severity, confidence, text } = detail;
  const { organisation } = connection.enrichment;
  const command: EnrichCommand = {
    messageId,
    requestId: detail.requestId ?? deriveRequestId(event.source, event.id),
    part: detail.part,
    connection: detail.connection,
    organisation,
    indicators: askableIndicators(indicators, connection.ignoredDomains, reject),
    rejected,
    urgent: detail.urgent || connection.enrichment.urgent,
    receivedAt: new Date(detail.receivedAt ?? event.time),
    routes: indicatorRoutes(connection, configuration),
    ignoredDomains: connection.ignoredDomains,
    settings: connection.enrichment,
    ...(text !== undefined && { text }),
    ...(source !== undefined && { source }),
    ...(ticket !== undefined && { ticket }),
    ...(link !== undefined && { link }),
    ...(severity !== undefined && { severity }),
    ...(confidence !== undefined && { confidence }),
  };
  return { kind: 'command', command };
}
