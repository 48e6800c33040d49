import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveRequestId, requestIdSchema } from '#shared/requests/request-id.ts';

describe('a request id', () => {
  it('is the same for every repeat of a delivery, in every release', () => {
    expect(deriveRequestId('splunk', 'delivery-1')).toBe('req_5fd2a37fbc38276a5fc2a345672835b1');
  });

  it('is another for another connection or delivery, wherever the line between them is drawn', () => {
    const ids = [
      deriveRequestId('splunk', 'delivery-1'),
      deriveRequestId('splunk', 'delivery-2'),
      deriveRequestId('soar', 'delivery-1'),
      deriveRequestId('splun', 'kdelivery-1'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is of the one form, whatever the sender chose', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (connection, deliveryId) => {
        expect(requestIdSchema.safeParse(deriveRequestId(connection, deliveryId)).success).toBe(true);
      }),
    );
  });

  it.each(['', 'req_', `req_${'A'.repeat(32)}`, `req_${'a'.repeat(31)}`, `x req_${'a'.repeat(32)}`])(
    'is not %j',
    (text) => {
      expect(requestIdSchema.safeParse(text).success).toBe(false);
    },
  );
});
