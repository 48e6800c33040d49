import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessTokenExpiry } from '#shared/cisco/security-cloud-control/token-expiry.ts';

const askedAt = new Date('2026-01-01T08:00:00Z');

function jsonWebToken(claims: unknown): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
}

const seconds = (time: string) => Date.parse(time) / 1000;

describe('the end of an access token', () => {
  it.each<[said: string, token: string, expiresInSeconds: number | undefined, end: string | undefined]>([
    ['as answered, when the token says nothing', 'opaque', 64_799, '2026-01-02T01:59:59.000Z'],
    [
      'as answered, when the claim is later',
      jsonWebToken({ exp: seconds('2026-01-03T00:00:00Z') }),
      64_799,
      '2026-01-02T01:59:59.000Z',
    ],
    [
      'as claimed in seconds, when that is earlier',
      jsonWebToken({ exp: seconds('2026-01-01T09:00:00Z') }),
      64_799,
      '2026-01-01T09:00:00.000Z',
    ],
    [
      'as claimed in milliseconds',
      jsonWebToken({ exp: Date.parse('2026-01-01T09:00:00Z') }),
      64_799,
      '2026-01-01T09:00:00.000Z',
    ],
    [
      'as claimed, when the answer does not say',
      jsonWebToken({ exp: seconds('2026-01-01T09:00:00Z') }),
      undefined,
      '2026-01-01T09:00:00.000Z',
    ],
    [
      'as answered, when the claim lies in the past',
      jsonWebToken({ exp: seconds('2025-01-01T00:00:00Z') }),
      3_600,
      '2026-01-01T09:00:00.000Z',
    ],
    [
      'as answered, when the claim is no number',
      jsonWebToken({ exp: 'tomorrow' }),
      3_600,
      '2026-01-01T09:00:00.000Z',
    ],
    ['as answered, when the claims are no object', jsonWebToken(null), 3_600, '2026-01-01T09:00:00.000Z'],
    ['as answered, when the claims are no JSON', 'a.!!!.b', 3_600, '2026-01-01T09:00:00.000Z'],
    ['unknown, when neither says it', 'opaque', undefined, undefined],
  ])('is %s', (_said, token, expiresInSeconds, end) => {
    expect(accessTokenExpiry(token, expiresInSeconds, askedAt)?.toISOString()).toBe(end);
  });

  it('is read from any text without an exception, and is never later than answered', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), fc.integer({ min: 1, max: 1e6 }), (text, claims, life) => {
        for (const token of [text, `a.${text}.b`, jsonWebToken(claims), jsonWebToken({ exp: claims })]) {
          const end = accessTokenExpiry(token, life, askedAt);
          expect(end?.getTime()).toBeLessThanOrEqual(askedAt.getTime() + life * 1000);
          expect(end?.getTime()).toBeGreaterThan(askedAt.getTime());
        }
      }),
    );
  });
});
