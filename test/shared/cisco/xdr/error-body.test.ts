import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXdrError } from '#shared/cisco/xdr/error-body.ts';

describe('an error of XDR', () => {
  it.each<[from: string, body: unknown, text: string]>([
    [
      'IROH',
      { error: 'invalid_request', error_description: 'No JWT found', trace_id: 'abc' },
      "invalid_request: No JWT found (Cisco's id for support: abc)",
    ],
    ['IROH without words', { error: 'unknown-exception' }, 'unknown-exception'],
    ['inspect', { content: 'missing-required-key' }, '{"content":"missing-required-key"}'],
    [
      'CTIA',
      { type: 'Invalid Entity Error', error: 'bad tlp', message: 'bad tlp', class: 'x' },
      'bad tlp: Invalid Entity Error',
    ],
    ['CTIA, of the form', { errors: { source: 'missing' } }, '{"errors":{"source":"missing"}}'],
    ['Conure', { message: 'Too many requests' }, 'Too many requests'],
    ['a gateway', '<html>502</html>', '<html>502</html>'],
    ['nobody', undefined, 'the answer gives no reason'],
    ['nobody, as an object', {}, 'the answer gives no reason'],
    ['nobody, as text', '  ', 'the answer gives no reason'],
    ['one who writes numbers for words', { error: 7, message: 'no' }, 'no'],
    [
      'one who quotes a token',
      { error: 'x', error_description: 'Bearer eyJhbGciOi.J9' },
      'x: Bearer [redacted]',
    ],
  ])('from %s is told in its words', (_from, body, text) => {
    expect(readXdrError(body).text).toBe(text);
  });

  it('about scopes names those that are required and those that are missing', () => {
    expect(
      readXdrError({
        error: 'missing_scope',
        'missing-scopes': ['response/trigger:write'],
        'required-scopes': ['response/trigger:write'],
        scopes: ['enrich:read'],
      }),
    ).toMatchObject({
      code: 'missing_scope',
      missingScopes: ['response/trigger:write'],
      requiredScopes: ['response/trigger:write'],
    });
  });

  it('of any form gives a text and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string(), fc.constant(undefined)), (body) => {
        expect(readXdrError(body).text).not.toBe('');
      }),
    );
  });
});
