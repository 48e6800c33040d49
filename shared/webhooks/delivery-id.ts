/** What can tell one delivery from another, from what proves most to what is always there. */
export interface DeliveryTraits {
  /** The id that the signature covers. */
  readonly signedId: string | undefined;
  /** @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header */
  readonly idempotencyKey: string | undefined;
  /** The event's own id in the body. */
  readonly eventId: string | undefined;
  readonly bodySha256: string;
}

/**
 * Names a delivery so that the sender's repeat of it has the same name. Without any id from the sender
 * the body itself is the name: the same body again is then taken for a repeat.
 */
export function deliveryIdOf({ signedId, idempotencyKey, eventId, bodySha256 }: DeliveryTraits): string {
  return signedId || idempotencyKey?.trim() || eventId || `sha256:${bodySha256}`;
}
