import { Webhook } from 'standardwebhooks';
import type { SenderAuthentication } from '../sender-authentication.ts';

export interface DeliveryToSign {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * The headers with which a sender proves who it is.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function authenticationHeaders(
  authentication: SenderAuthentication,
  delivery: DeliveryToSign,
): Record<string, string> {
  switch (authentication.scheme) {
    case 'bearer-token':
      return { authorization: `Bearer ${authentication.token}`, 'idempotency-key': delivery.id };
    case 'standard-webhooks':
      return {
        'webhook-id': delivery.id,
        'webhook-timestamp': String(Math.floor(delivery.sentAt.getTime() / 1000)),
        'webhook-signature': new Webhook(authentication.secret).sign(
          delivery.id,
          delivery.sentAt,
          delivery.body,
        ),
      };
  }
}
