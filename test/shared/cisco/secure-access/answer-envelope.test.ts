import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEnvelope } from '#shared/cisco/secure-access/answer-envelope.ts';

const ok = { code: 200, text: 'OK' };

describe('data is taken', () => {
  it.each<[said: string, httpStatus: number, body: unknown, envelope: object]>([
    ['with HTTP 200', 200, { status: ok, data: { id: 1 } }, { kind: 'data', data: { id: 1 } }],
    ['with another 2xx', 201, { status: ok, data: [] }, { kind: 'data', data: [] }],
    [
      'with the total',
      200,
      { status: ok, data: [], meta: { total: 250 } },
      { kind: 'data', data: [], total: 250 },
    ],
    [
      'with a page and no total',
      200,
      { status: ok, data: [], meta: { page: 1 } },
      { kind: 'data', data: [] },
    ],
  ])('%s', (_said, httpStatus, body, envelope) => {
    expect(openEnvelope(httpStatus, body)).toEqual(envelope);
  });
});

describe('an error is seen', () => {
  it.each<[said: string, httpStatus: number, body: unknown, statusCode: number, text: string]>([
    ['in a missing list under HTTP 200', 200, { statusCode: 404, error: 'Not Found' }, 404, 'Not Found'],
    ['in a refused URL under HTTP 200', 200, { statusCode: 400, message: 'no' }, 400, 'no'],
    ['in another code under HTTP 200', 200, { status: { code: 500, text: 'ERR' }, data: [] }, 500, 'ERR'],
    ['beside what looks like success', 200, { status: ok, data: {}, statusCode: 400, error: 'x' }, 400, 'x'],
    ['where data is missing', 200, { status: ok }, 200, 'the answer gives no reason'],
    ['in an empty answer', 200, undefined, 200, 'the answer gives no reason'],
    ['in a page of a proxy', 200, '<html>log in</html>', 200, '<html>log in</html>'],
    ['in the HTTP status', 409, { error: 'exists' }, 409, 'exists'],
    [
      'in the HTTP status, against a body of success',
      400,
      { status: ok, data: {} },
      400,
      'the answer gives no reason',
    ],
    ['in a redirect that was not followed', 302, undefined, 302, 'the answer gives no reason'],
  ])('%s', (_said, httpStatus, body, statusCode, text) => {
    expect(openEnvelope(httpStatus, body)).toMatchObject({ kind: 'error', error: { statusCode, text } });
  });
});

it('opens any JSON under any status without failing, and takes no data but under 2xx', () => {
  const member = fc.constantFrom('status', 'data', 'meta', 'statusCode', 'error', 'message');
  const body = fc.oneof(fc.jsonValue(), fc.dictionary(member, fc.oneof(fc.jsonValue(), fc.constant(ok))));
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), body, (httpStatus, json) => {
      const envelope = openEnvelope(httpStatus, json);
      if (httpStatus >= 300) expect(envelope.kind).toBe('error');
      if (envelope.kind === 'error') expect(envelope.error.text).not.toBe('');
    }),
  );
});
