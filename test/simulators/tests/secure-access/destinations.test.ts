import { describe, expect } from 'vitest';
import type { Settings } from '../../secure-access/settings.ts';
import { it } from './simulator-test.ts';

const listId = 7_001_234;
const destinations = `/policies/v2/destinationlists/${listId}/destinations`;

const success = { status: { code: 200 }, data: { id: listId } };
const refusal = { statusCode: 400, message: expect.any(String) };

function entries(...values: string[]): { destination: string }[] {
  return values.map((destination) => ({ destination }));
}

function numbered(count: number): { destination: string }[] {
  return entries(...Array.from({ length: count }, (_, index) => `d${index}.example`));
}

describe('reading destinations', () => {
  it('gives ids as strings and times without a zone', async ({ api }) => {
    await api.call('POST', destinations, [{ destination: 'bad.example', comment: 'case-42' }]);
    expect((await api.call('GET', destinations)).body).toEqual({
      status: { code: 200, text: 'OK' },
      meta: { page: 1, limit: 100, total: 1 },
      data: [
        {
          id: '990001',
          destination: 'bad.example',
          type: 'domain',
          comment: 'case-42',
          createdAt: '2026-01-01 08:00:00',
        },
      ],
    });
  });

  it('gives at most 100 on a page, in order of storing', async ({ simulator, api }) => {
    simulator.control.putList({ id: listId, name: 'long', destinations: 201 });
    const last = await api.call('GET', `${destinations}?page=3&limit=100`);
    expect(last.body).toMatchObject({
      meta: { page: 3, total: 201 },
      data: [{ destination: 'seeded-000201.example' }],
    });
    expect((await api.call('GET', `${destinations}?limit=101`)).status).toBe(400);
  });
});

describe('adding destinations', () => {
  it('answers with the list and its new count, not with the entries', async ({ api }) => {
    const answer = await api.call(
      'POST',
      destinations,
      entries('bad.example', '203.0.113.9', 'bad.example/x'),
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: { code: 200, text: 'OK' },
      data: { id: listId, meta: { destinationCount: 3 } },
    });
  });

  it('leaves the count out when told so', async ({ simulator, api }) => {
    simulator.control.changeSettings({ destinationCount: 'missing' });
    const answer = await api.call('POST', destinations, entries('bad.example'));
    expect(answer.body).toMatchObject({ data: { meta: {} } });
    expect(answer.body).not.toHaveProperty('data.meta.destinationCount');
  });

  it('takes 500 entries at once and refuses 501', async ({ simulator, api }) => {
    expect((await api.call('POST', destinations, numbered(501))).status).toBe(400);
    expect(simulator.control.destinations(listId)).toEqual([]);
    expect((await api.call('POST', destinations, numbered(500))).body).toMatchObject({
      data: { meta: { destinationCount: 500 } },
    });
  });

  it('takes only 100 at once into a third-party list', async ({ simulator, api }) => {
    simulator.control.putList({ id: listId, name: 'third party', access: 'thirdparty_block' });
    expect((await api.call('POST', destinations, numbered(101))).status).toBe(400);
    expect((await api.call('POST', destinations, numbered(100))).status).toBe(200);
  });

  it.for([
    { case: 'one object instead of an array', body: '{"destination":"bad.example"}' },
    { case: 'texts instead of objects', body: '["bad.example"]' },
    { case: 'an entry without a destination', body: '[{"comment":"x"}]' },
    { case: 'broken JSON', body: '[{' },
    { case: 'no body', body: '' },
  ])('refuses $case', async ({ body }, { simulator, api }) => {
    const authorization = `Bearer ${api.token}`;
    const answer = await api.send('POST', destinations, body, {
      authorization,
      'content-type': 'application/json',
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { statusCode: 400, error: 'Bad Request', message: expect.any(String) },
    });
    expect(simulator.control.destinations(listId)).toEqual([]);
  });

  it.for([
    'bad .example',
    ' bad.example',
    'bad.example.',
    '*.bad.example',
    '',
    `${'long-label.'.repeat(23)}example`,
    'localhost',
    '300.1.1.1',
  ])('refuses the value "%s" with HTTP 400', async (value, { api }) => {
    const answer = await api.call('POST', destinations, entries(value));
    expect(answer).toMatchObject({ status: 400, body: { statusCode: 400 } });
  });

  it('refuses a URL on a high-volume domain under HTTP 200, with the reason as JSON in the message', async ({
    simulator,
    api,
  }) => {
    const url = 'https://raw.github.com/bad/file';
    const answer = await api.call('POST', destinations, entries(url));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ statusCode: 400, message: expect.stringContaining(`{"${url}":"`) });
    expect(simulator.control.destinations(listId)).toEqual([]);
  });

  it('takes a high-volume domain itself', async ({ api }) => {
    expect((await api.call('POST', destinations, entries('github.com'))).body).toMatchObject({
      data: { meta: { destinationCount: 1 } },
    });
  });

  it.for<{
    case: string;
    settings: Partial<Settings>;
    values: string[];
    status: number;
    body: object;
    stored: string[];
  }>([
    {
      case: 'skips what is present',
      settings: {},
      values: ['old.example', 'new.example'],
      status: 200,
      body: success,
      stored: ['new.example'],
    },
    {
      case: 'refuses what is present',
      settings: { duplicates: 'refuse' },
      values: ['old.example', 'new.example'],
      status: 400,
      body: refusal,
      stored: [],
    },
    {
      case: 'refuses what is present under HTTP 200',
      settings: { duplicates: 'refuse-under-200' },
      values: ['old.example', 'new.example'],
      status: 200,
      body: refusal,
      stored: [],
    },
    {
      case: 'refuses what is present and stores the rest',
      settings: { duplicates: 'refuse', mixedBatch: 'partial' },
      values: ['old.example', 'new.example'],
      status: 400,
      body: refusal,
      stored: ['new.example'],
    },
    {
      case: 'refuses all for one bad URL',
      settings: {},
      values: ['github.com/x', 'new.example'],
      status: 200,
      body: refusal,
      stored: [],
    },
    {
      case: 'stores the good entries beside a bad URL',
      settings: { mixedBatch: 'partial' },
      values: ['github.com/x', 'new.example'],
      status: 200,
      body: refusal,
      stored: ['new.example'],
    },
    {
      case: 'says HTTP 400 when one of two bad entries is invalid',
      settings: {},
      values: ['github.com/x', 'no domain'],
      status: 400,
      body: refusal,
      stored: [],
    },
    {
      case: 'silently drops a named value',
      settings: { silentlyDroppedValues: ['lost.example'] },
      values: ['lost.example', 'new.example'],
      status: 200,
      body: success,
      stored: ['new.example'],
    },
    {
      case: 'silently drops what matches a pattern',
      settings: { silentlyDroppedPattern: '^lost' },
      values: ['lost.example', 'new.example'],
      status: 200,
      body: success,
      stored: ['new.example'],
    },
  ])('$case', async ({ settings, values, status, body, stored }, { simulator, api }) => {
    simulator.control.addByHand(listId, ['old.example']);
    simulator.control.changeSettings(settings);
    const answer = await api.call('POST', destinations, entries(...values));
    expect(answer).toMatchObject({ status, body });
    expect(simulator.control.destinations(listId).map(({ destination }) => destination)).toEqual([
      'old.example',
      ...stored,
    ]);
  });

  it('refuses what would go beyond the capacity of the organisation, over all lists', async ({
    simulator,
    api,
  }) => {
    simulator.control.changeSettings({ destinationsPerOrganisation: 10 });
    simulator.control.putList({ name: 'other', destinations: 9 });
    const answer = await api.call('POST', destinations, entries('a.example', 'b.example'));
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('at most 10') } });
    expect((await api.call('POST', destinations, entries('a.example'))).status).toBe(200);
    expect(simulator.control.state().destinationCount).toBe(10);
  });

  it('has room for 250,000 entries where nothing else is said', ({ simulator }) => {
    expect(simulator.control.state().settings.destinationsPerOrganisation).toBe(250_000);
  });
});

describe('removing destinations', () => {
  it('takes integer ids and answers with the list and its new count', async ({ simulator, api }) => {
    await api.call('POST', destinations, entries('a.example', 'b.example', 'c.example'));
    const answer = await api.call('DELETE', `${destinations}/remove`, [990_001, 990_003]);
    expect(answer.body).toMatchObject({
      status: { code: 200 },
      data: { id: listId, meta: { destinationCount: 1 } },
    });
    expect(simulator.control.destinations(listId).map(({ destination }) => destination)).toEqual([
      'b.example',
    ]);
  });

  it.for([
    { case: 'the string ids that reading gives', body: ['990001'] },
    { case: 'an object', body: { ids: [990_001] } },
    { case: '501 ids', body: Array.from({ length: 501 }, (_, index) => index) },
  ])('refuses $case', async ({ body }, { simulator, api }) => {
    await api.call('POST', destinations, entries('a.example'));
    expect(await api.call('DELETE', `${destinations}/remove`, body)).toMatchObject({
      status: 400,
      body: { statusCode: 400 },
    });
    expect(simulator.control.destinations(listId)).toHaveLength(1);
  });

  it('passes over ids that the list does not hold', async ({ api }) => {
    expect((await api.call('DELETE', `${destinations}/remove`, [1])).status).toBe(200);
  });
});
