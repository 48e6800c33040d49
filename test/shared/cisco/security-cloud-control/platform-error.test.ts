import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPlatformError } from '#shared/cisco/security-cloud-control/platform-error.ts';

it('an error of any form is read without an exception, and without what was sent', () => {
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record({ message: fc.jsonValue(), error: fc.jsonValue(), trackingId: fc.jsonValue() }),
    fc.constant({ message: 'the token s3cret-token is wrong', trackingId: 's3cret-token' }),
  );
  fc.assert(
    fc.property(body, fc.integer({ min: 400, max: 599 }), (value, status) => {
      const read = readPlatformError({ status, headers: new Headers(), body: value }, 's3cret-token');
      expect(read.text).not.toContain('s3cret-token');
      expect(read.said.length).toBeGreaterThan(0);
    }),
  );
});
