import { describe, expect, it } from 'vitest';
import { allClaims, declaredClaims, noneUsable } from '#shared/webhooks/parsers/fields/claims.ts';
import { parsingContext } from '../parse-body.ts';

const declared = (json: object, indicatorFields?: string[]) =>
  declaredClaims(json, ['url', 'domain'], parsingContext('elastic', { indicatorFields }).connection).map(
    ({ value }) => value,
  );

describe('declared fields', () => {
  it('are the usual ones of a kind, or those that the connection names', () => {
    const json = { domain: 'a.example', bad: { name: 'b.example' } };
    expect(declared(json)).toEqual(['a.example']);
    expect(declared(json, ['bad.name'])).toEqual(['b.example']);
  });

  it('do not widen a URL to its host, unless the connection names that field', () => {
    const json = { url: 'http://A.example/x', domain: 'a.example' };
    expect(declared(json)).toEqual(['http://A.example/x']);
    expect(declared(json, ['domain'])).toEqual(['a.example']);
  });

  it('may hold lists as people write them', () => {
    expect(declared({ domain: 'a.example, b.example; c.example\nd.example\r\n' })).toEqual([
      'a.example',
      'b.example',
      'c.example',
      'd.example',
    ]);
    expect(declared({ url: 'http://a.example/x,y;z' })).toEqual(['http://a.example/x,y;z']);
  });
});

it('what one part of a body claims, none makes unusable', () => {
  const part = {
    values: [],
    unusable: [
      { value: 'a.example', reason: 'x' },
      { value: 'b.example', reason: 'x' },
    ],
  };
  expect(allClaims([{ value: 'a.example' }], part)).toEqual({
    values: [{ value: 'a.example' }],
    unusable: [{ value: 'b.example', reason: 'x' }],
  });
});

it('claims may all be unusable for one reason', () => {
  expect(noneUsable(allClaims([{ value: 'a.example' }]), 'not-approved')).toEqual({
    values: [],
    unusable: [{ value: 'a.example', reason: 'not-approved' }],
  });
});
