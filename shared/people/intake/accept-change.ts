import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import type { EventPublisher } from '../../events/event-publisher.ts';
import { RefusedRequest } from '../../lambda/refused-request.ts';
import type { RequestId } from '../../requests/request-id.ts';
import { jsonBody } from '../../webhooks/json-body.ts';
import { readCsvFile } from '../csv/read-csv-file.ts';
import type { IdleReason } from '../lifecycle/change-reading.ts';
import type { LifecycleRequest } from '../lifecycle/lifecycle-request.ts';
import { readTicket, type TicketSource } from '../tickets/read-ticket.ts';
import { countRows, type RowCounts } from './count-rows.ts';
import { requestedEvent, withdrawnEvent } from './lifecycle-events.ts';
import type { ReceivedFiles } from './received-files.ts';
import type { VerifiedDelivery } from './verify-delivery.ts';

export interface AcceptChangePorts {
  readonly configuration: Pick<DeploymentConfiguration, 'limits'>;
  readonly publisher: EventPublisher;
  readonly files: ReceivedFiles;
}

/** What has become of a delivery that was not refused. */
export type AcceptedDelivery =
  | { readonly kind: 'requested'; readonly requestId: RequestId; readonly request: LifecycleRequest }
  /** What that ticket asked for before is forgotten, as far as it has not begun. */
  | { readonly kind: 'withdrawn'; readonly ticket: string }
  /** There was nothing to do. */
  | { readonly kind: 'idle'; readonly reason: IdleReason }
  /** The file is kept, and its rows are planned next. */
  | {
      readonly kind: 'file';
      readonly requestId: RequestId;
      readonly isRepeat: boolean;
      readonly rows: RowCounts;
    };

/**
 * Takes what a source has posted: one ticket, or a file. It is accepted when it is durable, on the bus or in the bucket.
 * Whoever sends the same again gets the same request id, which the planner recognises, so that it does no harm.
 *
 * @throws RefusedRequest or RefusedInput that says why it is not carried out; then nothing has happened.
 * @throws RetryLater when it could not be made durable; the same delivery may be sent again.
 */
export async function acceptChange(
  delivery: VerifiedDelivery,
  ports: AcceptChangePorts,
): Promise<AcceptedDelivery> {
  const { source } = delivery;
  switch (source.kind) {
    case 'csv':
      return acceptFile({ ...delivery, source }, ports);
    case 'scim':
      throw new RefusedRequest(
        'not-found',
        `This source speaks SCIM: its base address is /people-sources/${delivery.name}/scim/v2.`,
      );
    default:
      return acceptTicket({ ...delivery, source }, ports);
  }
}

async function acceptTicket(
  { name, requestId, receivedAt, body, headers, ...context }: VerifiedDelivery<TicketSource>,
  { configuration, publisher }: AcceptChangePorts,
): Promise<AcceptedDelivery> {
  const ticket = jsonBody(body, {
    contentType: headers.get('content-type'),
    deepestNesting: configuration.limits.jsonDepth,
  });
  const reading = readTicket(ticket, { ...context, receivedAt });
  switch (reading.kind) {
    case 'refused':
      throw new RefusedRequest('not-understood', `Not accepted (${reading.reason}): ${reading.explanation}`);
    case 'idle':
      return reading;
    case 'withdrawn':
      await publisher.publish([withdrawnEvent(reading.ticket, name, receivedAt)]);
      return reading;
    case 'accepted':
      await publisher.publish([requestedEvent(reading.request, { requestId, source: name })]);
      return { kind: 'requested', requestId, request: reading.request };
  }
}

async function acceptFile(
  { name, requestId, body, ...context }: VerifiedDelivery<LifecycleSourceOf<'csv'>>,
  { files }: AcceptChangePorts,
): Promise<AcceptedDelivery> {
  // Read only to tell its sender: the planner reads it again, against the roster before it.
  const rows = countRows(readCsvFile(body, context).rows);
  const kept = await files.keep(`${name}/${requestId}.csv`, body);
  return { kind: 'file', requestId, isRepeat: kept === 'repeat', rows };
}
