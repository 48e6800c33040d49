import { describe, expect, it } from 'vitest';
import { connectionSchema } from '#shared/config/connection.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { parseIocList } from '#shared/webhooks/parsers/ioc-list.ts';

const connection = connectionSchema.parse({
  kind: 'ioc-list',
  authentication: 'bearer-token',
  destinationLists: ['soc-block'],
});
const parse = (json: unknown) => parseIocList(json, connection);

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

  it('tells who asks, for which ticket, and under which id', () => {
    const body = {
      indicators: [],
      source: ' feed ',
      ticket: 4711,
      event_id: 'e-1',
      action: 'block',
      comment: 'x',
    };
    expect(parse(body)).toEqual({ values: [], source: 'feed', ticket: '4711', eventId: 'e-1' });
  });

  it('may leave out or nullify all of that', () => {
    const nothing = { values: [], source: undefined, ticket: undefined, eventId: undefined };
    expect(parse({ indicators: [] })).toEqual(nothing);
    expect(parse({ indicators: [], source: null, ticket: '', event_id: null, action: null })).toEqual(
      nothing,
    );
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
    ['no indicators', {}, `${expected} indicators: Invalid input: expected array, received undefined.`],
    ['a number among them', ['a.example', 7], `${expected} indicators.1: ${entry}.`],
    ['an object without value', [{ ip: '1.1.1.1' }], `${expected} indicators.0: ${entry}.`],
    [
      'many mistakes',
      [1, 2, 3, 4, 5],
      `${expected} indicators.0: ${entry}; indicators.1: ${entry}; indicators.2: ${entry} (and 2 more).`,
    ],
    [
      'another action',
      { indicators: [], action: 'allow' },
      `${expected} action: the only known action is "block", and it may be left out.`,
    ],
  ])('%s', (_, json, message) => {
    expect(() => parse(json)).toThrow(new RefusedInput(message));
  });
});
