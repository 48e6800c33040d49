import { describe, expect, it } from 'vitest';
import { splunkAlert } from '#shared/webhooks/parsers/splunk-alert.ts';
import alert from '#test/fixtures/webhooks/splunk-alert.json' with { type: 'json' };
import * as parsing from './parse-body.ts';

const parse = (json: unknown, indicatorFields?: string[]) =>
  parsing.parseJson(splunkAlert, json, { kind: 'splunk-alert', indicatorFields });

const valuesOf = (result: object, indicatorFields?: string[]) =>
  parsing.valuesOf(parse({ result }, indicatorFields));

describe('a Splunk alert', () => {
  it('gives the values of its usual fields, and its name as the source', () => {
    expect(parse(alert)).toEqual({
      source: 'Threat - DNS query to a known bad name',
      link: 'https://splunk.corp.example:8000/app/search/@go?sid=scheduler__admin__search__42',
      occurredAt: new Date('2026-11-21T23:59:12.117Z'),
      ownHosts: ['splunk.corp.example'],
      values: [
        'command-and-control.example',
        'hxxp://internetbadguys[.]com/login?id=7',
        'http://dropper.example/a',
        'http://dropper.example/a',
        'http://dropper.example/b',
      ].map((value) => ({ value })),
    });
  });

  it.each([
    'host',
    'src',
    'dest',
    'dest_host',
    'url_domain',
    'user',
    'answer',
    'results_link',
    '_time',
    'count',
  ])('does not give the value of %s, which is not an indicator', (field) => {
    expect(valuesOf({ query: 'a.example', [field]: 'b.example' })).toEqual(['a.example']);
  });

  it('gives the fields that the connection names, and only those', () => {
    expect(valuesOf({ query: 'a.example', bad_host: 'b.example' }, ['bad_host'])).toEqual(['b.example']);
  });

  it('gives every value of a field with several, as array or as lines', () => {
    expect(
      valuesOf({ dest_domain: ['a.example', 7, ' b.example '], domain: 'c.example\n\nd.example' }),
    ).toEqual(['c.example', 'd.example', 'a.example', 'b.example']);
  });

  it('does not take what every object inherits for a field', () => {
    expect(valuesOf({ query: 'a.example' }, ['constructor', 'query'])).toEqual(['a.example']);
  });

  it('has no id of its own, since one search run may alert for many rows', () => {
    expect(parse(alert).eventId).toBeUndefined();
  });
});

describe('another body is refused', () => {
  it.each([
    ['text', 'x', 'the whole body: Invalid input: expected object, received string'],
    ['no result', { sid: '1' }, 'result: Invalid input: expected record, received undefined'],
    ['a result of rows', { result: [] }, 'result: Invalid input: expected record, received array'],
  ])('%s', (_, json, place) => {
    expect(() => parse(json)).toThrow(
      `The body is not a Splunk alert. Expected { "result": { … }, "search_name": "…" }; ${place}.`,
    );
  });

  it('a result without any of the fields, with the fields that were looked for', () => {
    expect(() => parse({ result: { host: 'a', bad_host: '' } }, ['bad_host', 'bad_url'])).toThrow(
      "The alert's result has no value in any of the fields that hold indicators: bad_host, bad_url.",
    );
  });
});
