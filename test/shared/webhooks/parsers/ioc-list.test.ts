import { describe, expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { iocList } from '#shared/webhooks/parsers/ioc-list.ts';
import { parseJson } from './parse-body.ts';

const parse = (json: unknown) => parseJson(iocList, json, { kind: 'ioc-list' });

describe('a list of indicators', () => {
  it('may hold texts and objects side by side', () => {
    expect(
      parse({ indicators: ['a.example', { value: 'b.example' }, { type: 'ip', value: '1.1.1.1' }] }).values,
    ).toEqual([{ value: 'a.example' }, { value: 'b.example' }, { value: '1.1.1.1', typeHint: 'ip' }]);
  });

  it('may be an array alone, and may be empty', () => {
    expect(parse(['a.example']).values).toEqual([{ value: 'a.example' }]);
    expect(parse([]).values).toEqual([]);
  });

  it('tells who asks, for which ticket, under which id, how bad it is and how sure', () => {
    const body = {
      indicators: [],
      source: ' feed ',
      ticket: 4711,
      event_id: 'e-1',
      severity: 'High',
      confidence: 80,
      link: 'https://feed.example/e-1',
      created: '2026-11-22T09:00:00+01:00',
      action: 'block',
      comment: 'x',
    };
    expect(parse(body)).toEqual({
      values: [],
      action: 'block',
      source: 'feed',
      ticket: '4711',
      eventId: 'e-1',
      severity: 'high',
      confidence: 80,
      link: 'https://feed.example/e-1',
      occurredAt: new Date('2026-11-22T08:00:00Z'),
    });
  });

  it('may ask to be enriched, urgently, with a text beside the indicators or instead of them', () => {
    const text = 'Beacons to bad[.]example';
    expect(parse({ text, action: 'enrich', urgent: true })).toEqual({
      values: [],
      text,
      action: 'enrich',
      urgent: true,
    });
    expect(parse({ indicators: ['a.example'], text: '' }).text).toBeUndefined();
  });

  it('may leave out or nullify all of that', () => {
    expect(parse({ indicators: [] })).toEqual({ values: [] });
    expect(parse({ indicators: [], source: null, ticket: '', event_id: null, action: null })).toEqual({
      values: [],
    });
  });

  it('has a long source cut to what a comment can hold, and a long id left whole', () => {
    const long = 'x'.repeat(300);
    const parsed = parse({ indicators: [], source: long, event_id: long });
    expect(parsed.source).toHaveLength(100);
    expect(parsed.eventId).toHaveLength(300);
  });
});

describe('another body is refused, and the message names the place without quoting it', () => {
  const expected = 'The body is not a list of indicators. Expected { "indicators": [ … ] } or an array;';
  const entry = 'expected a string, or an object with a string "value" and perhaps a string "type"';
  it.each([
    ['text', 'hunter2', `${expected} the whole body: Invalid input: expected object, received string.`],
    ['null', null, `${expected} the whole body: Invalid input: expected object, received null.`],
    ['no indicators', {}, `${expected} indicators: expected an array; it may be left out beside a "text".`],
    ['a number among them', ['a.example', 7], `${expected} indicators.1: ${entry}.`],
    ['an object without value', [{ ip: '1.1.1.1' }], `${expected} indicators.0: ${entry}.`],
    [
      'many mistakes',
      [1, 2, 3, 4, 5],
      `${expected} indicators.0: ${entry}; indicators.1: ${entry}; indicators.2: ${entry} (and 2 more).`,
    ],
    [
      'neither indicators nor a text',
      { text: '' },
      `${expected} indicators: expected an array; it may be left out beside a "text".`,
    ],
    [
      'too long a text',
      { text: 'x'.repeat(100_001) },
      `${expected} text: a text has at most 100000 characters: send it in several requests.`,
    ],
    [
      'a word for urgent',
      { indicators: [], urgent: 'yes' },
      `${expected} urgent: Invalid input: expected boolean, received string.`,
    ],
    [
      'another action',
      { indicators: [], action: 'allow' },
      `${expected} action: the known actions are "block" and "enrich", and it may be left out.`,
    ],
  ])('%s', (_, json, message) => {
    expect(() => parse(json)).toThrow(new RefusedInput(message));
  });
});
