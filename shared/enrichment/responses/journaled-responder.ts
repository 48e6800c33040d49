import type { AuthorisedXdrClient } from '../../cisco/xdr/authorised-client.ts';
import { isEnrichable, type Observable, observableOf } from '../../cisco/xdr/observable.ts';
import type { ResponseAction } from '../../cisco/xdr/respond/response-actions.ts';
import { triggerAction } from '../../cisco/xdr/respond/trigger-action.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { EnrichedRequest } from '../enriched-request.ts';
import { listOffer } from './list-offer.ts';
import { restOfUnheardSeconds, secondsOfPatience } from './patience.ts';
import type { Responder, ResponseOrder } from './responder.ts';
import { outcomeOfOrder, type ResponseEnd } from './response-end.ts';
import type { JournaledResponse, OpenResponse, ResponseJournal } from './response-journal.ts';
import { mayBeUnderWay, settleLostAnswer, settleResponse } from './settle-response.ts';

/**
 * Triggers each response action at most once a request, indicator and action, since there is no key against doing it
 * twice and no undo:
 *
 * 1. The action must be listed for the indicator, now.
 * 2. It is written down, by one function only.
 * 3. It is triggered, and how it ended is written down too.
 *
 * What stays open after step 2 is settled by looking, never by triggering. Only a trigger that was certainly refused or
 * not sent is withdrawn, and begins again with step 1.
 * @see https://visibility.amp.cisco.com/iroh/iroh-response/index.html
 */
export function journaledResponder(ports: {
  client: AuthorisedXdrClient;
  journal: ResponseJournal;
  clock: Clock;
}): Responder {
  const { client, journal, clock } = ports;
  return {
    async respond(request, order) {
      const { indicator } = order;
      if (isEnrichable(indicator)) {
        return outcomeOfOrder(order, await endOf(request, order, observableOf(indicator)));
      }
      const message = `XDR has no type of observable for ${indicator.type}, so no module can act on it.`;
      return outcomeOfOrder(order, { result: 'not-offered', message });
    },
  };

  async function endOf(
    request: EnrichedRequest,
    order: ResponseOrder,
    observable: Observable,
  ): Promise<ResponseEnd> {
    const { requestId, receivedAt } = request;
    const known = await journal.find(requestId, order);
    if (known) return endOfKnown(known, observable);

    const offer = await listOffer(client, order, observable);
    if (offer.kind === 'offered') return openAndTrigger(request, order, observable, offer.action);

    // Another function may have triggered it meanwhile, and the module withdrawn it.
    const opened = await journal.find(requestId, order);
    if (opened) return endOfKnown(opened, observable);
    if (offer.kind === 'not-offered') return { result: 'not-offered', message: offer.message };
    if (clock.now().getTime() - receivedAt.getTime() < secondsOfPatience * 1_000) {
      throw new RetryLater(offer.message, { retryAfterSeconds: restOfUnheardSeconds });
    }
    return { result: 'failed', message: `${offer.message} Nothing was triggered.` };
  }

  async function endOfKnown(known: JournaledResponse, observable: Observable): Promise<ResponseEnd> {
    if (known.state === 'closed') return known.outcome;
    return close(known, await settleResponse(known, observable, ports));
  }

  async function openAndTrigger(
    { requestId }: EnrichedRequest,
    order: ResponseOrder,
    observable: Observable,
    action: ResponseAction,
  ): Promise<ResponseEnd> {
    const openedAt = clock.now().toISOString();
    const response: OpenResponse = { ...order, requestId, state: 'open', openedAt };
    if ((await journal.open(response)) === 'exists') throw mayBeUnderWay(response, clock);
    return close(response, await trigger(response, action, observable));
  }

  async function trigger(
    response: OpenResponse,
    action: ResponseAction,
    observable: Observable,
  ): Promise<ResponseEnd> {
    try {
      const { kind, errors } = await triggerAction(client, action, observable);
      const said = errors.map(({ code, message }) => `${code}: ${message}`).join('; ');
      if (kind === 'done') return { result: 'done', ...(said && { message: said }) };
      return { result: 'failed', message: `${action.module.name} failed: ${said || 'it gives no reason'}.` };
    } catch (error) {
      if (error instanceof OutcomeUnknown) return settleLostAnswer(response, observable, ports);
      if (error instanceof RefusedInput || error instanceof GiveUp) {
        return { result: 'failed', message: error.message };
      }
      // Only these say that nothing was done. After any other failure, the entry stays, to be settled.
      if (error instanceof RetryLater || error instanceof ConfigurationProblem)
        await journal.withdraw(response);
      throw error;
    }
  }

  async function close(response: OpenResponse, end: ResponseEnd): Promise<ResponseEnd> {
    await journal.close({ ...response, state: 'closed', outcome: outcomeOfOrder(response, end) });
    return end;
  }
}
