import { RefusedInput } from '../../errors/refused-input.ts';
import type { OutgoingEvent } from '../../events/event-publisher.ts';
import { organisationOnboardRequestedSchema } from '../../events/organisation-onboard-requested.ts';
import { describeMismatch } from '../../webhooks/parsers/describe-mismatch.ts';
import { type ClaimCodeName, claimCodeInClear, holdsClaimCode } from '../claim-code.ts';
import { claimCodeNotConfigured } from '../configured-claim-codes.ts';
import type { OrganisationOrder } from '../organisation-order.ts';

/** As long as the command takes the name of somebody who asks. */
const longestRequester = 250;

/**
 * The command that has an order carried out.
 * @param source where it was asked for
 * @throws RefusedInput when it names a claim code that is not configured, or holds one in clear
 */
export function onboardRequestedEvent(
  { requestId, request, ticket, requestedBy }: OrganisationOrder,
  { source, claimCodes }: { readonly source: string; readonly claimCodes: readonly ClaimCodeName[] },
): OutgoingEvent {
  const { claimCode } = request;
  if (claimCode !== undefined && !claimCodes.includes(claimCode)) {
    throw new RefusedInput(claimCodeNotConfigured(claimCode, claimCodes));
  }
  const detail = {
    version: 1,
    requestId,
    ...(ticket !== undefined && { ticket }),
    ...(requestedBy !== undefined && { requestedBy: requestedBy.slice(0, longestRequester) }),
    ...request,
  };
  if (holdsClaimCode(JSON.stringify(detail))) {
    throw new RefusedInput(`Somewhere in the request, ${claimCodeInClear}.`);
  }
  const command = organisationOnboardRequestedSchema.safeParse(detail);
  if (!command.success) {
    throw new RefusedInput(`The request cannot be passed on: ${describeMismatch(command.error)}.`);
  }
  return { source, detailType: 'OrganisationOnboardRequested', detail };
}
