import { expect, it } from 'vitest';
import { orderFromEvent } from '#shared/organisations/order-from-event.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

const event = (detail: unknown) => ({ id: 'event-1', source: 'corp.crm', detail });

it('an event orders an organisation; a redelivery is the same order', () => {
  const detail = { version: 1, name: 'Northwind', region: 'EU', ticket: 'ONB-7' };
  expect(orderFromEvent(event(detail))).toEqual({
    requestId: deriveRequestId('corp.crm', 'event-1'),
    ticket: 'ONB-7',
    requestedBy: undefined,
    request: {
      name: 'Northwind',
      region: 'EU',
      products: [],
      sharedEntitlements: [],
      adminGroups: [],
      administrators: [],
    },
  });
  const requestId = deriveRequestId('corp.crm', 'their own');
  expect(orderFromEvent(event({ ...detail, requestId })).requestId).toBe(requestId);
});

it.each([
  [{ version: 1, name: 'Northwind' }, /region: a region of organisations/],
  [{ version: 1, name: 'Northwind', region: 'EU', claimcode: 'x' }, /Unrecognized key: "claimcode"/],
  [
    { version: 1, name: 'Northwind', region: 'EU', claimCode: 'PHJZ-DWMF-ZBYH-FYMB' },
    /claimCode: this looks like a claim code itself, which is a secret: store it with Secrets Manager/,
  ],
  [
    { version: 1, name: 'Northwind', region: 'EU', claimCode: 'North Wind' },
    /claimCode: the name of a stored claim code is 1 to 63 of a-z/,
  ],
  ['Northwind', /the whole body/],
])('%j is refused with the place and what would be right', (detail, says) => {
  expect(() => orderFromEvent(event(detail))).toThrow(says);
  expect(() => orderFromEvent(event(detail))).not.toThrow(/PHJZ/);
});
