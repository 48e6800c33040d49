import { describe, expect, it } from 'vitest';
import { signingKeysSchema, storedSigningKeys } from '#shared/approvals/signing-keys.ts';

const key = 'dummy-key-of-the-tests-only-0123456789';

describe('the key that signs links', () => {
  it('is read once in the time it may be old', async () => {
    let now = new Date('2026-12-01T04:00:00Z');
    const read: string[] = [];
    const keys = storedSigningKeys({
      secretName: 'signing-key',
      clock: { now: () => now },
      secrets: {
        async read(name, schema) {
          read.push(name);
          return { value: schema.parse({ current: key }), versionId: 'v1' };
        },
      },
    });

    expect(await keys(300)).toEqual({ current: key });
    now = new Date(now.getTime() + 300_000);
    await keys(300);
    expect(read).toEqual(['signing-key']);
    await keys(10);
    expect(read).toHaveLength(2);
  });

  it('is long enough that nobody guesses it', () => {
    expect(signingKeysSchema.safeParse({ current: 'short' }).success).toBe(false);
    expect(signingKeysSchema.safeParse({ current: key, previous: 'short' }).success).toBe(false);
  });
});
