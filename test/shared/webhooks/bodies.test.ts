import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { formBody } from '#shared/webhooks/form-body.ts';
import { jsonBody } from '#shared/webhooks/json-body.ts';
import { rawBody } from '#shared/webhooks/raw-body.ts';
import { textBody } from '#shared/webhooks/text-body.ts';

const read = (body: string | Buffer, contentType?: string) =>
  jsonBody(Buffer.from(body), { contentType, deepestNesting: 4 });

describe('the raw body', () => {
  it('is the very bytes that were sent, in base64 or as text', () => {
    const bytes = Buffer.from([0xff, 0x00, 0x7b]);
    expect(rawBody({ text: bytes.toString('base64'), isBase64Encoded: true }, 3)).toEqual(bytes);
    expect(rawBody({ text: 'ü', isBase64Encoded: false }, 2)).toEqual(Buffer.from('ü'));
  });

  it.each([
    ['text', { text: 'üü', isBase64Encoded: false }],
    ['base64', { text: Buffer.from('1234').toString('base64'), isBase64Encoded: true }],
  ])('is refused when it is one byte too large, as %s', (_, body) => {
    expect(() => rawBody(body, 3)).toThrow('The body has 4 bytes; at most 3 are taken.');
    expect(rawBody(body, 4)).toHaveLength(4);
  });
});

describe('a JSON body', () => {
  it.each([
    undefined,
    'application/json',
    'Application/JSON; charset=utf-8',
    'application/cloudevents+json',
    'text/plain',
  ])('is read when its content type is %s', (contentType) => {
    expect(read('{"a":[1]}', contentType)).toEqual({ a: [1] });
  });

  it('may begin with a byte order mark', () => {
    expect(read('\ufeff{}')).toEqual({});
  });

  it('may hold brackets in strings as deep as it likes', () => {
    expect(read('["[[[[[[\\"[[[[", "\\\\"]')).toEqual(['[[[[[["[[[[', '\\']);
  });

  it.each([
    ['nothing', '', 'The body is empty; a JSON document was expected.'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe]), 'The body is not UTF-8 text.'],
    ['five levels', '[[[[[]]]]]', 'The body nests deeper than 4 levels, the most that is taken.'],
    [
      'a hundred thousand levels',
      '{"a":'.repeat(100_000),
      'The body nests deeper than 4 levels, the most that is taken.',
    ],
    [
      'a missing value',
      '{\n  "a": \n}',
      'The body is not valid JSON: the first mistake is at line 3, column 1.',
    ],
    [
      'no JSON at all',
      'password=hunter2',
      'The body is not valid JSON: the first mistake is at line 1, column 1.',
    ],
    ['a comment', '{} // hunter2', 'The body is not valid JSON: the first mistake is at line 1, column 4.'],
    ['a trailing comma', '[1,]', 'The body is not valid JSON: the first mistake is at line 1, column 4.'],
    [
      'a line break in a string',
      '["a\nb"]',
      'The body is not valid JSON: the first mistake is at line 1, column 2.',
    ],
  ])('of %s is refused', (_, body, message) => {
    expect(() => read(body)).toThrow(new RefusedRequest('invalid-json', message));
    expect(() => read(body)).toThrow(expect.objectContaining({ kind: 'invalid-json' }));
  });

  it('that is none, and was announced as something else, is of an unsupported type', () => {
    expect(() => read('a=1', 'application/x-www-form-urlencoded')).toThrow(
      expect.objectContaining({ kind: 'unsupported-media-type' }),
    );
  });

  it('is read as JSON.parse reads it, or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 6 }), fc.string()), (text) => {
        let parsed: unknown;
        try {
          parsed = read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedRequest);
          return;
        }
        expect(parsed).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('a body of text', () => {
  it('may begin with a byte order mark', () => {
    expect(textBody(Buffer.from('\ufeffbad.example'))).toBe('bad.example');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'The body is empty; text was expected.'],
    ['other bytes', Buffer.from([0xff, 0xfe]), 'The body is not UTF-8 text.'],
  ])('of %s is refused', (_, body, message) => {
    expect(() => textBody(body)).toThrow(new RefusedRequest('unreadable-body', message));
  });
});

describe('a form', () => {
  it('is read as browsers write it, and of a field that comes twice the first counts', () => {
    expect([...formBody(Buffer.from('text=a+b%2Fc&text=d&x='))].toSorted()).toEqual([
      ['text', 'a b/c'],
      ['x', ''],
    ]);
  });
});
