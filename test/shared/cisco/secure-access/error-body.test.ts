import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVendorError } from '#shared/cisco/secure-access/error-body.ts';

const noReason = 'the answer gives no reason';

describe('an error is read from the envelope of', () => {
  it.each<[family: string, body: unknown, error: object]>([
    [
      'the destination lists',
      { statusCode: 404, error: 'Not Found', txId: 'a1b2' },
      { statusCode: 404, text: "Not Found (Cisco's id for support: a1b2)", code: 'Not Found' },
    ],
    [
      'the destination lists, with a message',
      { statusCode: 400, error: 'Bad Request', message: 'too many', txId: 'a1b2' },
      {
        statusCode: 400,
        text: "Bad Request: too many (Cisco's id for support: a1b2)",
        rawMessage: 'too many',
      },
    ],
    [
      'the destination lists, under their envelope of success',
      { status: { code: 404, text: 'NOT FOUND' }, data: [] },
      { statusCode: 404, text: 'NOT FOUND' },
    ],
    [
      'roaming computers, networks and sites',
      { statusCode: 403, error: 'Forbidden', message: 'no access' },
      { statusCode: 403, text: 'Forbidden: no access' },
    ],
    ['the key admin', { message: 'error', description: 'name exists' }, { text: 'error: name exists' }],
    [
      'the rules',
      { error: 'rule not found', requestId: 'r-1' },
      { text: "rule not found (Cisco's id for support: r-1)" },
    ],
    ['network objects', { error: 'bad value' }, { text: 'bad value' }],
    ['the web gateway', { Error: 'no such device' }, { text: 'no such device' }],
    ['the web gateway, later', { message: 'no', error: 'bad' }, { text: 'bad: no' }],
    ['the reports', { message: 'bad time range' }, { text: 'bad time range', rawMessage: 'bad time range' }],
    ['API usage', { code: 400, message: 'from is missing' }, { text: 'from is missing' }],
    ['API usage, without words', { meta: {}, data: { errors: [{}] } }, { text: noReason }],
    ['the gateway', { message: 'Unauthorized' }, { text: 'Unauthorized' }],
    ['an expired token', { error: 'invalid_request' }, { text: 'invalid_request', code: 'invalid_request' }],
    [
      'the log bucket key',
      { timestamp: '2026', status: 404, error: 'Not Found', path: '/' },
      { statusCode: 404, text: 'Not Found' },
    ],
    ['a proxy that speaks HTML', '<h1>502</h1>', { text: '<h1>502</h1>', rawMessage: '<h1>502</h1>' }],
    ['nobody', undefined, { text: noReason, rawMessage: '' }],
    ['nobody, in words', '', { text: noReason }],
    ['a list', [], { text: noReason }],
  ])('%s', (_family, body, error) => {
    expect(readVendorError(body)).toMatchObject(error);
  });
});

describe('an error body', () => {
  it.each([
    ['a null beside the words', { statusCode: 404, error: null, message: 'gone' }, 404, 'gone'],
    ['an object as message', { statusCode: 400, error: 'Bad Request', message: {} }, 400, 'Bad Request'],
    ['a status as text', { statusCode: '404', error: 'Not Found' }, 404, 'Not Found'],
    ['a status that is none', { statusCode: 'x', error: 'odd' }, undefined, 'odd'],
    ['a status of success', { statusCode: 200, message: 'odd' }, undefined, 'odd'],
    ['the same words twice', { error: 'Forbidden', message: 'Forbidden' }, undefined, 'Forbidden'],
  ])('with %s is read all the same', (_said, body, statusCode, text) => {
    const error = readVendorError(body);
    expect([error.statusCode, error.text]).toEqual([statusCode, text]);
  });

  it('that echoes the token is shown without it', () => {
    const message = 'you sent Authorization: Bearer canary';
    expect(readVendorError({ message }).text).toBe('you sent Authorization: Bearer [redacted]');
    expect(readVendorError({ message: 'no', txId: 'Bearer canary' }).text).not.toContain('canary');
  });

  it('may be any JSON: reading it never fails', () => {
    const member = fc.constantFrom('statusCode', 'status', 'message', 'description', 'error', 'txId', 'code');
    const bodies = fc.oneof(fc.jsonValue(), fc.dictionary(member, fc.jsonValue()));
    fc.assert(
      fc.property(bodies, (body) => {
        const { text, statusCode } = readVendorError(body);
        expect(text).not.toBe('');
        expect(statusCode === undefined || (statusCode >= 400 && statusCode < 600)).toBe(true);
      }),
    );
  });
});
