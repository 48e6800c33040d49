import { describe, expect, it } from 'vitest';
import type { AuthorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { destinationListDestination } from '#shared/cisco/secure-access/destination-list-destination.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import type { BlockEntry } from '#shared/iocs/blocking/block-destination.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { isNonEmpty, type NonEmptyArray } from '#shared/non-empty.ts';
import { seededLists } from '../../../simulators/secure-access/seed.ts';
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
    const found = await destination.find(new Set(['a.example']));
    expect(found.get('a.example')).toEqual({
      destinationId: Number(control.destinations(listId)[0]?.id),
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
    expect(await destination.find(new Set())).toEqual(new Map());
    expect(calls()).toEqual([]);
  });

  it.each<[said: string, size: number, values: string[], found: number, pages: number]>([
    ['all on the first page', 250, ['seeded-000001.example', 'seeded-000100.example'], 2, 1],
    ['up to the second page', 250, ['seeded-000001.example', 'seeded-000101.example'], 2, 2],
    ['something missing', 250, ['seeded-000001.example', 'missing.example'], 1, 3],
    ['something missing from full pages', 200, ['missing.example'], 0, 2],
    ['in an empty list', 0, ['missing.example'], 0, 1],
  ])('%s reads no further than needed', async (_said, size, values, found, pages) => {
    const { destination, control, calls } = await startDestination(5);
    control.putList({ id: 5, name: 'long', destinations: size });

    expect((await destination.find(new Set(values))).size).toBe(found);
    expect(calls()).toHaveLength(pages);
  });

  it('keeps the comment empty where there is none', async () => {
    const { destination } = destinationOfPages([
      { data: [{ id: '1', destination: 'a.example', comment: null }] },
    ]);
    expect(await destination.find(new Set(['a.example']))).toEqual(
      new Map([['a.example', { destinationId: 1, comment: '' }]]),
    );
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

    await destination.find(new Set(['missing.example']));

    expect(asked).toHaveLength(pages.length);
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
