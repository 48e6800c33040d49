import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  furtherVersionId,
  isVersionOf,
} from '#shared/credentials/security-cloud-control/rotation-version.ts';

const requestToken = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-zA-Z0-9-]{32,64}$/));
const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });

describe('the versions of a rotation', () => {
  it('are the one with its name, and further ones that Secrets Manager takes as names', () => {
    fc.assert(
      fc.property(requestToken, time, (token, now) => {
        const further = furtherVersionId(token, now);
        expect(isVersionOf(token, token)).toBe(true);
        expect(isVersionOf(token, further)).toBe(true);
        expect(further.length).toBeGreaterThanOrEqual(32);
        expect(further.length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('are not those of another rotation', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), time, (token, other, now) => {
        fc.pre(token !== other);
        expect(isVersionOf(token, other)).toBe(false);
        expect(isVersionOf(token, furtherVersionId(other, now))).toBe(false);
      }),
    );
  });
});
