import { describe, expect, it } from 'vitest';
import { bearerToken } from '#shared/webhooks/authentication/bearer-token.ts';

const token = 'token-of-the-present-0123456789';
const previous = 'token-of-the-past-0123456789';

const authenticate = (authorization?: string) =>
  bearerToken.authenticate(
    {
      headers: new Map(authorization === undefined ? [] : [['authorization', authorization]]),
      body: Buffer.alloc(0),
      receivedAt: new Date(0),
    },
    { current: token, previous },
  );

describe('a bearer token', () => {
  it.each([`Bearer ${token}`, `bearer  ${token} `, `Bearer ${previous}`])('is authentic as %j', (header) => {
    expect(authenticate(header)).toEqual({ kind: 'authentic' });
  });

  it.each([
    ['missing', undefined, /must be sent/],
    ['of another scheme', 'Basic dXNlcjpwYXNz', /must be the word Bearer/],
    ['empty', 'Bearer ', /must be the word Bearer/],
    ['in two pieces', `Bearer ${token} ${token}`, /must be the word Bearer/],
    ['cut short', `Bearer ${token.slice(0, -1)}`, /none of the valid ones/],
    ['too long', `Bearer ${token}0`, /none of the valid ones/],
  ])('is refused when it is %s', (_, header, cause) => {
    expect(authenticate(header)).toEqual({ kind: 'refused', likelyCause: expect.stringMatching(cause) });
  });

  it.each(['short', 'a token with spaces in it'])('is not stored when it is %j', (stored) => {
    expect(bearerToken.secretSchema.safeParse(stored).success).toBe(false);
  });
});
