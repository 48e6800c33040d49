import { expect, it } from 'vitest';
import { deliveryIdOf } from '#shared/webhooks/delivery-id.ts';

const all = { signedId: 'signed', idempotencyKey: 'key', eventId: 'event', bodySha256: 'abc' };

it.each([
  ['the signed id', all, 'signed'],
  ['the idempotency key', { ...all, signedId: undefined }, 'key'],
  ["the body's event id", { ...all, signedId: undefined, idempotencyKey: ' ' }, 'event'],
  ['the body', { ...all, signedId: undefined, idempotencyKey: undefined, eventId: undefined }, 'sha256:abc'],
])('a delivery is named by %s when nothing better is there', (_, traits, id) => {
  expect(deliveryIdOf(traits)).toBe(id);
});
