import { describe, expect, it } from 'vitest';
import { json } from '#shared/webhooks/parsers/json.ts';
import { parseJson } from './parse-body.ts';

const parse = (body: unknown, mapping: object) => parseJson(json, body, { kind: 'json', mapping });

describe('any JSON is read by the mapping of its connection', () => {
  it.each([
    ['one text', { ioc: 'a.example' }, 'ioc', [{ value: 'a.example' }]],
    ['an array', ['a.example', 'b.example'], '[]', [{ value: 'a.example' }, { value: 'b.example' }]],
    [
      'typed objects',
      { x: [{ value: 'a.example', type: 'domain' }] },
      'x',
      [{ value: 'a.example', typeHint: 'domain' }],
    ],
    [
      'other names',
      { x: [{ k: 'ip', v: '103.27.202.185' }] },
      'x[].{type: k, value: v}',
      [{ value: '103.27.202.185', typeHint: 'ip' }],
    ],
    ['an empty array', { x: [] }, 'x', []],
  ])('%s', (_, body, indicators, values) => {
    expect(parse(body, { indicators }).values).toEqual(values);
  });

  it('is refused where it has nothing at the place of indicators, or something that a function cannot take', () => {
    expect(() => parse({ other: 1 }, { indicators: 'alert.domains' })).toThrow(
      /nothing at the place that the mapping names/,
    );
    expect(() => parse('text', { indicators: 'length' })).toThrow(/nothing at the place/);
    expect(() => parse({ x: 7 }, { indicators: "split(x, ',')" })).toThrow();
    expect(() => parse({ a: 'x', n: 7 }, { indicators: 'a', source: "join(',', n)" })).toThrow(
      'The body does not fit mapping.source of the connection: a function in it got a value that it cannot take.',
    );
  });
});

describe('a mapping', () => {
  const settings = (kind: string, mapping?: object) => () => parseJson(json, {}, { kind, mapping });

  it('must be of expressions that can be read', () => {
    expect(settings('json', { indicators: 'a.b[' })).toThrow(/not a JMESPath expression/);
    expect(settings('json', { indicators: 'a', colour: 'b' })).toThrow(/colour/);
  });

  it('is needed by the kind json, and by no other', () => {
    expect(settings('json')).toThrow(/the kind json needs a mapping/);
    expect(settings('elastic', { indicators: 'a' })).toThrow(/the kind elastic knows its fields/);
  });
});
