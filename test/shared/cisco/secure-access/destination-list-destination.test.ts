import { describe, expect, it } from 'vitest';
import type { AuthorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { destinationListDestination } from '#shared/cisco/secure-access/destination-list-destination.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import type { BlockEntry } from '#shared/iocs/blocking/block-destination.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { isNonEmpty, type NonEmptyArray } from '#shared/non-empty.ts';
import { seededLists } from '../../../simulators/secure-access/seed.ts';
import { entryNumber } from '../../iocs/blocking/entry-number.ts';
import { startSimulatedOrganisation } from './simulated-organisation.ts';

const listId = seededLists.usedByBlockRule.id;

async function startDestination(id: number = listId, edition: 'global' | 'umbrella' = 'global') {
  const organisation = await startSimulatedOrganisation();
  const destination = destinationListDestination({ client: organisation.client, edition, listId: id });
  return { ...organisation, destination };
}

function entriesOf(...values: [string, ...string[]]): NonEmptyArray<BlockEntry> {
  const all = values.map(
    (value): BlockEntry => ({
      indicator: { type: 'domain', value: indicatorValueSchema.parse(value) },
      comment: `case of ${value}`,
    }),
  );
  if (!isNonEmpty(all)) throw new Error('a test adds at least one entry');
  return all;
}

describe('inspecting a list of Secure Access', () => {
  it.each<[list: keyof typeof seededLists, enforcement: object]>([
    ['usedByBlockRule', { kind: 'enforced' }],
    ['usedByAllowRule', { kind: 'unsafe', reason: expect.stringContaining('Partner allow') }],
    ['usedByNoRule', { kind: 'not-enforced', reason: expect.stringContaining('no-rule-uses-list') }],
  ])('%s costs one read of the list and one page of rules', async (list, enforcement) => {
    const { id } = seededLists[list];
    const { destination, calls, control } = await startDestination(id);
    control.addByHand(id, ['a.example', 'b.example']);

    expect(await destination.inspect()).toEqual({ enforcement, entryCount: 2 });
    expect(calls()).toEqual([
      `GET /policies/v2/destinationlists/${id}`,
      'GET /policies/v2/rules?offset=0&limit=1000',
    ]);
  });

  it('sees a block rule that was disabled', async () => {
    const { destination, control } = await startDestination();
    control.changeRule(591_701, { ruleIsEnabled: false });
    expect(await destination.inspect()).toMatchObject({
      enforcement: { kind: 'not-enforced', reason: expect.stringContaining('block-rule-disabled') },
    });
  });

  it('sees an allow rule beside the block rule, also a disabled one', async () => {
    const { destination, control } = await startDestination();
    control.addRule({
      ruleName: 'Exception',
      ruleAction: 'allow',
      ruleIsEnabled: false,
      destinationListIds: [listId],
    });
    expect(await destination.inspect()).toMatchObject({ enforcement: { kind: 'unsafe' } });
  });

  it('of a list that does not exist reads no rules', async () => {
    const { destination, calls } = await startDestination(4_711);
    await expect(destination.inspect()).rejects.toThrow(ConfigurationProblem);
    expect(calls()).toHaveLength(1);
  });
});

describe('inspecting a list of Umbrella', () => {
  it.each([
    ['block', 'enforced'],
    ['allow', 'unsafe'],
    ['none', 'unsafe'],
  ] as const)('whose access is %s finds it %s, without the rules', async (access, kind) => {
    const { destination, control, calls } = await startDestination(5, 'umbrella');
    control.putList({ id: 5, name: 'umbrella', access });

    expect(await destination.inspect()).toMatchObject({ enforcement: { kind }, entryCount: 0 });
    expect(calls()).toEqual(['GET /policies/v2/destinationlists/5']);
  });
});

describe('adding', () => {
  it('takes 500 entries at most', async () => {
    expect((await startDestination()).destination.mostEntriesPerAdd).toBe(500);
  });

  it('writes value and comment in one request and gives the new count', async () => {
    const { destination, control, calls } = await startDestination();

    const answer = await destination.add(entriesOf('a.example', 'b.example'));

    expect(answer).toEqual({ kind: 'accepted', entryCount: 2 });
    expect(calls()).toEqual([`POST /policies/v2/destinationlists/${listId}/destinations`]);
    const { entries, entryCount } = await destination.find([{ value: 'a.example' }]);
    expect(entryCount).toBe(2);
    expect(entries.get('a.example')).toEqual({
      value: 'a.example',
      entryId: String(control.destinations(listId)[0]?.id),
      comment: 'case of a.example',
    });
  });

  it('gives no count where the cloud gives none, and counting asks for it', async () => {
    const { destination, control } = await startDestination();
    control.changeSettings({ destinationCount: 'missing' });

    const answer = await destination.add(entriesOf('a.example'));

    expect(answer).toEqual({ kind: 'accepted', entryCount: undefined });
    expect(await destination.count()).toBe(1);
  });

  it.each(['refuse-all', 'partial'] as const)(
    'one bad entry among others is refused by name (%s)',
    async (mixedBatch) => {
      const { destination, control } = await startDestination();
      control.changeSettings({ mixedBatch });

      const answer = await destination.add(entriesOf('good.example', 'http://github.com/evil'));

      expect(answer).toMatchObject({ kind: 'refused', reason: expect.stringContaining('high-volume') });
      expect(answer.kind === 'refused' && [...answer.refused.keys()]).toEqual(['http://github.com/evil']);
      expect(control.destinations(listId)).toHaveLength(mixedBatch === 'partial' ? 1 : 0);
    },
  );

  it('is refused without names when none are given', async () => {
    const { destination, control } = await startDestination();
    control.addFault({
      match: { method: 'POST', pathPattern: '/destinations$' },
      effect: { kind: 'respond', status: 200, body: { statusCode: 400, message: 'no' } },
    });

    expect(await destination.add(entriesOf('a.example'))).toEqual({
      kind: 'refused',
      reason: 'no',
      refused: new Map(),
    });
  });
});

describe('finding', () => {
  it('nothing asks nothing', async () => {
    const { destination, calls } = await startDestination();
    expect(await destination.find([])).toEqual({ entries: new Map(), entryCount: undefined });
    expect(calls()).toEqual([]);
  });

  it.each<[said: string, size: number, values: string[], found: number, pages: number]>([
    ['all on the first page', 250, ['seeded-000001.example', 'seeded-000100.example'], 2, 1],
    ['the newest', 2_500, ['seeded-002500.example', 'seeded-002399.example'], 2, 3],
    ['the oldest and one behind', 250, ['seeded-000001.example', 'seeded-000101.example'], 2, 3],
    ['something missing', 250, ['seeded-000001.example', 'missing.example'], 1, 3],
    ['something missing from full pages', 200, ['missing.example'], 0, 2],
    ['in an empty list', 0, ['missing.example'], 0, 1],
  ])('%s reads no further than needed', async (_said, size, values, found, pages) => {
    const { destination, control, calls } = await startDestination(5);
    control.putList({ id: 5, name: 'long', destinations: size });

    const wanted = values.map((value) => ({ value }));
    expect((await destination.find(wanted)).entries.size).toBe(found);
    expect(calls()).toHaveLength(pages);
  });

  it('keeps the comment empty where there is none', async () => {
    const { destination } = destinationOfPages([
      { data: [{ id: '1', destination: 'a.example', comment: null }] },
    ]);
    const { entries } = await destination.find([{ value: 'a.example' }]);
    expect([...entries.values()]).toEqual([{ value: 'a.example', entryId: '1', comment: '' }]);
  });

  const many = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: String(from + index),
      destination: `d${from + index}`,
    }));

  it.each<[said: string, pages: { data: object[]; total?: number }[]]>([
    [
      'in pages smaller than asked for',
      [
        { data: many(50, 1), total: 60 },
        { data: many(10, 51), total: 60 },
      ],
    ],
    ['without a total', [{ data: many(100, 1) }, { data: many(10, 101) }]],
    ['without a total behind a full page', [{ data: many(100, 1) }, { data: [] }]],
    [
      'with a total that is never reached',
      [
        { data: many(50, 1), total: 60 },
        { data: [], total: 60 },
      ],
    ],
  ])('looks through the whole list %s', async (_said, pages) => {
    const { destination, asked } = destinationOfPages(pages);

    await destination.find([{ value: 'missing.example' }]);

    expect(asked).toHaveLength(pages.length);
  });
});

describe('finding by id', () => {
  it('one of 250,000 reads a handful of pages', async () => {
    const { destination, control, calls } = await startDestination(5);
    control.putList({ id: 5, name: 'full', destinations: 250_000 });
    const [sought] = control.destinations(5, { offset: 123_456, limit: 1 });
    const wanted = { value: sought?.destination ?? '', entryId: entryNumber(Number(sought?.id)) };

    expect((await destination.find([wanted])).entries.size).toBe(1);
    expect(calls().length).toBeLessThanOrEqual(4);
  });

  it('all of 10,000 reads each page once', async () => {
    const { destination, control, calls } = await startDestination(5);
    control.putList({ id: 5, name: 'long', destinations: 10_000 });
    const wanted = control
      .destinations(5)
      .map(({ id, destination: value }) => ({ value, entryId: entryNumber(Number(id)) }));

    expect((await destination.find(wanted)).entries.size).toBe(10_000);
    expect(calls()).toHaveLength(100);
  });

  it('takes an entry for gone that is not where its id must stand', async () => {
    const { destination, control, calls } = await startDestination(5);
    control.putList({ id: 5, name: 'long', destinations: 10_000 });
    const [sought] = control.destinations(5, { offset: 5_000, limit: 1 });
    const entryId = entryNumber(Number(sought?.id));
    await destination.remove([entryId]);

    expect(await destination.find([{ value: sought?.destination ?? '', entryId }])).toEqual({
      entries: new Map(),
      entryCount: 9_999,
    });
    expect(calls().length).toBeLessThanOrEqual(6);
  });
});

describe('what a person typed', () => {
  it('is found in another spelling, and ours before it', async () => {
    const { destination } = destinationOfPages([
      {
        data: [
          { id: '1', destination: 'Evil.Example.' },
          { id: '2', destination: 'Other.Example' },
          { id: '3', destination: 'evil.example', comment: 'ours' },
        ],
        total: 3,
      },
    ]);

    const { entries } = await destination.find([{ value: 'evil.example' }, { value: 'other.example' }]);

    expect(entries).toEqual(
      new Map([
        ['evil.example', { value: 'evil.example', entryId: '3', comment: 'ours' }],
        ['other.example', { value: 'Other.Example', entryId: '2', comment: '' }],
      ]),
    );
  });
});

describe('a list that loses entries while it is read', () => {
  it('is read again for what may have moved to a page that was read before', async () => {
    const { client, control, calls } = await startSimulatedOrganisation();
    control.putList({ id: 5, name: 'long', destinations: 250 });
    const [first] = control.destinations(5, { limit: 1 });
    const { remove } = destinationListDestination({ client, edition: 'global', listId: 5 });
    let isRemoved = false;
    const shrinking: AuthorisedClient = {
      async send(call) {
        const answer = await client.send(call);
        if (!isRemoved) {
          isRemoved = true;
          await remove([entryNumber(Number(first?.id))]);
        }
        return answer;
      },
    };
    const destination = destinationListDestination({ client: shrinking, edition: 'global', listId: 5 });

    const { entries, entryCount } = await destination.find([{ value: 'seeded-000101.example' }]);

    expect(entries.size).toBe(1);
    expect(entryCount).toBe(249);
    expect(calls().map((call) => call.replace(/^.*page=(\d+).*$/, '$1'))).toEqual([
      '1',
      'DELETE /policies/v2/destinationlists/5/destinations/remove',
      '3',
      '2',
      '1',
    ]);
  });
});

describe('reading everything', () => {
  it.each([
    [250, [100, 100, 50]],
    [200, [100, 100]],
    [0, []],
  ])('of %i entries gives every page once', async (size, lengths) => {
    const { destination, control, calls } = await startDestination(5);
    control.putList({ id: 5, name: 'long', destinations: size });

    const read: number[] = [];
    for await (const page of destination.entries()) read.push(page.length);

    expect(read).toEqual(lengths);
    expect(calls()).toHaveLength(Math.max(1, lengths.length));
  });
});

describe('removing', () => {
  it('takes 500 ids at most, as integers, in one request, and gives the new count', async () => {
    const { destination, control, calls } = await startDestination(5);
    control.putList({ id: 5, name: 'long', destinations: 501 });
    const ids = control.destinations(5).map(({ id }) => entryNumber(Number(id)));
    const [first, ...rest] = ids.slice(0, destination.mostEntriesPerRemove);
    if (first === undefined) throw new Error('the list has entries');

    expect(await destination.remove([first, ...rest])).toBe(1);
    expect(calls()).toEqual(['DELETE /policies/v2/destinationlists/5/destinations/remove']);
    expect(control.requests({ method: 'DELETE', pathPrefix: '/policies' })).toMatchObject([{ items: 500 }]);
  });

  it('an id that is not there changes nothing', async () => {
    const { destination, control } = await startDestination(5);
    control.putList({ id: 5, name: 'short', destinations: 1 });
    expect(await destination.remove([entryNumber(4_711)])).toBe(1);
  });

  it('gives no count where the cloud gives none', async () => {
    const { destination, control } = await startDestination(5);
    control.changeSettings({ destinationCount: 'missing' });
    control.putList({ id: 5, name: 'short', destinations: 1 });
    expect(await destination.remove([entryNumber(4_711)])).toBeUndefined();
  });

  it.each<[said: string, status: number, body: unknown]>([
    ['a refusal', 400, { statusCode: 400, message: 'unknown id' }],
    ['a refusal under HTTP 200', 200, { statusCode: 404, error: 'Not Found' }],
    ['a failure', 500, {}],
  ])('%s leaves open what is gone, and is not repeated', async (_said, status, body) => {
    const { destination, control, calls } = await startDestination();
    control.addFault({ match: { method: 'DELETE' }, effect: { kind: 'respond', status, body } });

    await expect(destination.remove([entryNumber(1)])).rejects.toThrow(OutcomeUnknown);
    expect(calls()).toHaveLength(1);
  });
});

/** A list whose pages come from a table; a page too far fails the test. */
function destinationOfPages(pages: readonly { data: object[]; total?: number }[]) {
  const asked: string[] = [];
  const client: AuthorisedClient = {
    async send({ path }) {
      const page = pages[asked.length];
      asked.push(path);
      if (!page) throw new Error(`${path} was asked for, behind the last page`);
      const body = { status: { code: 200 }, data: page.data, meta: { total: page.total } };
      return { status: 200, headers: new Headers(), body };
    },
  };
  return { destination: destinationListDestination({ client, edition: 'global', listId }), asked };
}
