import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCall, redactVendorText } from '#shared/cisco/http/redact.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl-_';

describe("a vendor's words", () => {
  it.each([
    ['The list was not found.', 'The list was not found.'],
    [`token ${jwt} expired`, 'token [redacted token] expired'],
    [`{"token":"${jwt}"}`, '{"token":"[redacted token]"}'],
    ['Authorization: Bearer abc.DEF~1+/=', 'Authorization: Bearer [redacted]'],
    ['authorization: bearer  opaque-token', 'authorization: bearer [redacted]'],
    ['Basic bG9jYWwta2V5OnNlY3JldA== refused', 'Basic [redacted] refused'],
    ['line one\r\nline two\u0000\u001b[31m', 'line one  line two  [31m'],
    ['a\tb', 'a\tb'],
    ['', ''],
  ])('%j are shown as %j', (text, shown) => {
    expect(redactVendorText(text)).toBe(shown);
  });

  it('are cut behind 300 characters', () => {
    expect(redactVendorText('x'.repeat(300))).toBe('x'.repeat(300));
    expect(redactVendorText('x'.repeat(301))).toBe(`${'x'.repeat(300)} …`);
  });

  it('are cut so that no half of a character is left', () => {
    expect(redactVendorText(`${'x'.repeat(299)}😀 and more`).isWellFormed()).toBe(true);
  });

  it('show no token, wherever it stands', () => {
    const surroundings = fc.string({ maxLength: 1_500 });
    fc.assert(
      fc.property(surroundings, surroundings, (before, after) => {
        expect(redactVendorText(`${before} ${jwt} ${after}`)).not.toContain('eyJhbGciOiJIUzI1NiJ9');
        expect(redactVendorText(`${before} Bearer opaque-token ${after}`)).not.toContain('opaque-token');
      }),
    );
  });

  it('are one short line of well-formed text, whatever came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_500 }), (text) => {
        const shown = redactVendorText(text);
        expect(shown.length).toBeLessThanOrEqual(302);
        expect(shown).not.toMatch(/[^\P{Cc}\t]/u);
        expect(shown.isWellFormed()).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a call in an error', () => {
  it('is named by method, host and path: without query, name or password', () => {
    const url = new URL('https://name:password@api.sse.cisco.com/policies/v2/rules?limit=1000#end');
    expect(describeCall({ method: 'GET', url })).toBe('GET api.sse.cisco.com/policies/v2/rules');
  });
});
