import { RefusedInput } from '../errors/refused-input.ts';
import type { BusEvent } from '../events/bus-event.ts';
import { organisationOnboardRequestedSchema } from '../events/organisation-onboard-requested.ts';
import { deriveRequestId } from '../requests/request-id.ts';
import { describeMismatch } from '../webhooks/parsers/describe-mismatch.ts';
import type { OrganisationOrder } from './organisation-order.ts';

/**
 * Reads the command `OrganisationOnboardRequested`.
 * @throws RefusedInput that names places and kinds, and quotes nothing: somebody may have written a claim code there
 */
export function orderFromEvent(event: Pick<BusEvent, 'id' | 'source' | 'detail'>): OrganisationOrder {
  const command = organisationOnboardRequestedSchema.safeParse(event.detail);
  if (!command.success) {
    throw new RefusedInput(
      `The event is no OrganisationOnboardRequested: ${describeMismatch(command.error)}.`,
    );
  }
  const { version: _version, requestId, ticket, requestedBy, ...request } = command.data;
  return {
    requestId: requestId ?? deriveRequestId(event.source, event.id),
    request,
    ticket,
    requestedBy,
  };
}
