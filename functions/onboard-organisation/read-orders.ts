import type { SQSEvent } from 'aws-lambda';
import { busEventIn } from '#shared/lambda/queue-message.ts';
import type { ReturnedMessage } from '#shared/lambda/return-messages.ts';
import { orderFromEvent } from '#shared/organisations/order-from-event.ts';
import type { OrganisationOrder } from '#shared/organisations/organisation-order.ts';

export interface OrderMessage {
  readonly messageId: string;
  readonly order: OrganisationOrder;
}

/** The orders in the messages; a message without one is given back, and ends in the dead-letter queue. */
export function readOrders(event: SQSEvent): { orders: OrderMessage[]; refused: ReturnedMessage[] } {
  const orders: OrderMessage[] = [];
  const refused: ReturnedMessage[] = [];
  for (const record of event.Records) {
    const { messageId } = record;
    try {
      orders.push({ messageId, order: orderFromEvent(busEventIn(record)) });
    } catch (cause) {
      refused.push({ messageId, retryAfterSeconds: 0, cause });
    }
  }
  return { orders, refused };
}
