import { describe, expect, it } from 'vitest';
import { storedAccessTokenSchema } from '#shared/credentials/access-token.ts';

const times = { mintedAt: '2026-01-01T08:00:00.000Z', expiresAt: '2026-01-01T09:00:00.000Z' };

describe('a stored access token', () => {
  it.each(['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'opaque-token', 'a~b+c/d=='])(
    'may be %s',
    (accessToken) => {
      expect(storedAccessTokenSchema.parse({ accessToken, ...times })).toEqual({ accessToken, ...times });
    },
  );

  it.each(['', 'with space', 'with\nline', 'with\u0000', 'wíth', 'trailing\n'])(
    'may not be %j, which no header could carry',
    (accessToken) => {
      expect(storedAccessTokenSchema.safeParse({ accessToken, ...times }).success).toBe(false);
    },
  );

  it.each(['mintedAt', 'expiresAt'])('has a time as %s', (member) => {
    const token = { accessToken: 'token', ...times, [member]: 'tomorrow' };
    expect(storedAccessTokenSchema.safeParse(token).success).toBe(false);
  });
});
