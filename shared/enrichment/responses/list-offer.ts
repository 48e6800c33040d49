import type { AuthorisedXdrClient } from '../../cisco/xdr/authorised-client.ts';
import type { Observable } from '../../cisco/xdr/observable.ts';
import { listResponseActions } from '../../cisco/xdr/respond/response-actions.ts';
import { type Offer, offerOf } from './offer.ts';
import type { ResponseOrder } from './responder.ts';

/** Asks XDR whether an action can be triggered just now. */
export async function listOffer(
  client: AuthorisedXdrClient,
  order: Pick<ResponseOrder, 'moduleInstanceId' | 'actionId'>,
  observable: Observable,
): Promise<Offer> {
  return offerOf(order, observable, await listResponseActions(client, [observable]));
}
