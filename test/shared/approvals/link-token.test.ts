import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApprovalLink, signApprovalLink } from '#shared/approvals/link-token.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { requestIdSchema } from '#shared/requests/request-id.ts';

const current = 'current-dummy-key-of-the-tests-only-0123';
const former = 'former-dummy-key-of-the-tests-only-45678';
const requestId = requestIdSchema.parse('req_5fd2a37fbc38276a5fc2a345672835b1');
const expiresAt = new Date('2026-12-02T04:00:00Z');
const now = new Date('2026-12-01T04:00:00Z');
const link = { requestId, parts: [0, 1, 2, 7] as const, expiresAt };
const token = signApprovalLink(link, current);

describe('the token of an approval link', () => {
  it('is the same in every release, short, and fit for a path', () => {
    expect(token).toBe(
      '1.5fd2a37fbc38276a5fc2a345672835b1.0-2_7.1796184000.JMctLdv442WjxH9lBxVROPIseAYSx7J08NChxZqVnXU',
    );
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('says what may be decided, until it expires', () => {
    expect(readApprovalLink(token, { current }, now)).toEqual({ kind: 'valid', link });
    expect(readApprovalLink(token, { current }, new Date(expiresAt.getTime() - 1)).kind).toBe('valid');
    expect(readApprovalLink(token, { current }, expiresAt)).toEqual({ kind: 'expired' });
  });

  it('still works while the key that signed it is being replaced, and no longer', () => {
    const old = signApprovalLink(link, former);
    expect(readApprovalLink(old, { current, previous: former }, now).kind).toBe('valid');
    expect(readApprovalLink(old, { current }, now)).toEqual({ kind: 'invalid' });
  });

  it('survives any request, any parts and any time', () => {
    const parts = fc.uniqueArray(fc.nat(9_999), { minLength: 1, maxLength: 100 });
    const times = fc.date({ min: new Date(1_000), max: new Date('2300-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(parts, times, (some, at) => {
        const sorted = some.toSorted((one, other) => one - other);
        if (!isNonEmpty(sorted)) return;
        const expires = new Date(Math.floor(at.getTime() / 1000) * 1000);
        const written = signApprovalLink({ requestId, parts: sorted, expiresAt: expires }, current);
        expect(written.length).toBeLessThanOrEqual(800);
        expect(readApprovalLink(written, { current }, new Date(0))).toEqual({
          kind: 'valid',
          link: { requestId, parts: sorted, expiresAt: expires },
        });
      }),
    );
  });

  it('is worthless when any character of it is another', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        fc.pre(token[at] !== character);
        const tampered = token.slice(0, at) + character + token.slice(at + 1);
        expect(readApprovalLink(tampered, { current }, now)).toEqual({ kind: 'invalid' });
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no signature', token.slice(0, token.lastIndexOf('.'))],
    ['an empty signature', token.slice(0, token.lastIndexOf('.') + 1)],
    ['another spelling of the same signature', `${token}=`],
    ['another version', token.replace(/^1/, '2')],
    ['a later expiry', token.replace('.1796184000.', '.1896184000.')],
    ['more parts', token.replace('.0-2_7.', '.0-9.')],
    ['a request of somebody else', token.replace('5fd2', '5fd3')],
    ['a very long text', `1.${'a'.repeat(100_000)}`],
    ['text of another script', 'допуск'],
  ])('is not %s', (_what, text) => {
    expect(readApprovalLink(text, { current, previous: former }, now)).toEqual({ kind: 'invalid' });
  });

  it('is nothing else that could be sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readApprovalLink(text, { current }, now)).toEqual({ kind: 'invalid' });
      }),
    );
  });

  it('is not made for more parts than one transaction decides about', () => {
    const parts = Array.from({ length: 101 }, (_, part) => part);
    if (!isNonEmpty(parts)) throw new Error('there are 101');
    expect(() => signApprovalLink({ requestId, parts, expiresAt }, current)).toThrow(RangeError);
  });
});
