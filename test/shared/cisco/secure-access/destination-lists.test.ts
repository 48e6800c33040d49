import { describe, expect, it } from 'vitest';
import { DestinationLists, mostDestinationsPerAdd } from '#shared/cisco/secure-access/destination-lists.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { seededLists } from '../../../simulators/secure-access/seed.ts';
import { startSimulatedOrganisation } from './simulated-organisation.ts';

const listId = seededLists.usedByBlockRule.id;
const list = '/policies/v2/destinationlists/{destinationListId}';
const destinations = `${list}/destinations`;

async function startLists() {
  const organisation = await startSimulatedOrganisation();
  return { ...organisation, lists: new DestinationLists(organisation.client) };
}

function entries(count: number) {
  const all = Array.from({ length: count }, (_, index) => ({
    destination: `bad-${index}.example`,
    comment: 'case-42',
  }));
  if (!isNonEmpty(all)) throw new Error('a test adds at least one entry');
  return all;
}

describe('reading a list', () => {
  it('gives its name, access and count for one request', async () => {
    const { lists, control, calls } = await startLists();
    control.addByHand(listId, ['a.example', '203.0.113.9']);

    expect(await lists.getList(listId)).toMatchObject({
      id: listId,
      name: 'soc-block',
      access: 'none',
      meta: { destinationCount: 2 },
    });
    expect(calls()).toEqual([`GET /policies/v2/destinationlists/${listId}`]);
  });

  it('that does not exist, as HTTP 200 may say, asks for another id', async () => {
    const { lists, calls } = await startLists();

    const reading = lists.getList(4_711);

    await expect(reading).rejects.toThrow(ConfigurationProblem);
    await expect(reading).rejects.toThrow(/knows no destination list 4711 .*: Not Found/);
    expect(calls()).toHaveLength(1);
  });

  it('that is marked for deletion asks for another list', async () => {
    const { lists, control } = await startLists();
    control.putList({ id: 5, name: 'going', markedForDeletion: true });

    await expect(lists.getList(5)).rejects.toThrow(
      new ConfigurationProblem(
        'Destination list 5 is marked for deletion in Secure Access. Name another list in the configuration.',
      ),
    );
  });

  it.each<[said: string, status: number, body: unknown, message: RegExp]>([
    ['nothing', 200, '', /refused to read destination list 7001234 \(200\)/],
    ['a page of a proxy', 200, '<html>', /<html>/],
    ['another form', 200, { status: { code: 200 }, data: { id: 'x' } }, /not documented: look at id/],
    ['an error', 400, { statusCode: 400, error: 'Bad Request' }, /\(400\): Bad Request/],
  ])('that is answered with %s is given up', async (_said, status, body, message) => {
    const { lists, control } = await startLists();
    control.addFault({ match: { template: list }, effect: { kind: 'respond', status, body } });

    const reading = lists.getList(listId);

    await expect(reading).rejects.toThrow(GiveUp);
    await expect(reading).rejects.toThrow(message);
  });
});

describe('adding destinations', () => {
  it('sends up to 500 as one array, in one request, and gives the list', async () => {
    const { lists, control } = await startLists();

    const answer = await lists.addDestinations(listId, entries(mostDestinationsPerAdd));

    expect(answer).toMatchObject({ kind: 'accepted', list: { meta: { destinationCount: 500 } } });
    expect(control.requests({ method: 'POST', pathPrefix: '/policies' })).toMatchObject([{ items: 500 }]);
    expect(control.destinations(listId, { limit: 1 })).toMatchObject([{ destination: 'bad-0.example' }]);
  });

  it('of more than 500 is refused by the cloud', async () => {
    const { lists } = await startLists();
    expect(await lists.addDestinations(listId, entries(501))).toMatchObject({
      kind: 'refused',
      error: { statusCode: 400 },
    });
  });

  it('is accepted without a count where the cloud gives none', async () => {
    const { lists, control } = await startLists();
    control.changeSettings({ destinationCount: 'missing' });

    const answer = await lists.addDestinations(listId, entries(1));

    expect(answer).toMatchObject({ kind: 'accepted', list: { id: listId } });
    expect(answer).not.toHaveProperty('list.meta.destinationCount');
  });

  it('is accepted where the answer holds no list', async () => {
    const { lists, control } = await startLists();
    const body = { status: { code: 200 }, data: [] };
    control.addFault({
      match: { template: destinations },
      effect: { kind: 'process-then-respond', status: 200, body },
    });

    expect(await lists.addDestinations(listId, entries(1))).toEqual({
      kind: 'accepted',
      list: { id: listId },
    });
  });

  it.each<[status: 200 | 400, value: string]>([
    [200, 'http://github.com/evil'],
    [400, 'not a destination'],
  ])('of a bad entry is refused under HTTP %i, with its words', async (status, value) => {
    const { lists, control } = await startLists();

    const answer = await lists.addDestinations(listId, [{ destination: value, comment: '' }]);

    expect(answer).toMatchObject({
      kind: 'refused',
      error: { statusCode: 400, rawMessage: expect.stringContaining(JSON.stringify(value)) },
    });
    expect(control.requests({ method: 'POST', pathPrefix: '/policies' })).toMatchObject([{ status }]);
  });

  it('to a list that does not exist asks for another id', async () => {
    const { lists } = await startLists();
    await expect(lists.addDestinations(4_711, entries(1))).rejects.toThrow(ConfigurationProblem);
  });

  it.each(['process-then-drop', 'drop'] as const)(
    'is sent once when the answer is lost (%s): nobody knows whether it took effect',
    async (kind) => {
      const { lists, control, calls } = await startLists();
      control.addFault({ match: { template: destinations }, effect: { kind } });

      await expect(lists.addDestinations(listId, entries(2))).rejects.toThrow(OutcomeUnknown);
      expect(calls()).toHaveLength(1);
      expect(control.destinations(listId)).toHaveLength(kind === 'drop' ? 0 : 2);
    },
  );

  it('is sent once when the cloud fails, for it may have stored them', async () => {
    const { lists, control, calls } = await startLists();
    control.addFault({
      match: { template: destinations },
      effect: { kind: 'process-then-respond', status: 500 },
    });

    await expect(lists.addDestinations(listId, entries(2))).rejects.toThrow(OutcomeUnknown);
    expect(calls()).toHaveLength(1);
    expect(control.destinations(listId)).toHaveLength(2);
  });

  it('waits and is sent again after 429, and nothing is posted twice', async () => {
    const { lists, control, time, calls } = await startLists();
    control.addFault({ match: { template: destinations }, effect: { kind: 'respond', status: 429 } });

    expect(await lists.addDestinations(listId, entries(2))).toMatchObject({ kind: 'accepted' });
    expect(time.slept).toEqual([500]);
    expect(calls()).toHaveLength(2);
    expect(control.postedTwice()).toEqual([]);
  });
});

describe('reading a page of destinations', () => {
  it('gives 100 with numeric ids, and how many there are', async () => {
    const { lists, control, calls } = await startLists();
    control.putList({ id: 5, name: 'long', destinations: 101 });

    const first = await lists.getPage(5, 1);
    const second = await lists.getPage(5, 2);

    expect([first.total, first.destinations.length]).toEqual([101, 100]);
    expect(second.destinations).toEqual([
      { id: expect.any(Number), destination: 'seeded-000101.example', comment: expect.anything() },
    ]);
    expect(calls()).toEqual([
      'GET /policies/v2/destinationlists/5/destinations?page=1&limit=100',
      'GET /policies/v2/destinationlists/5/destinations?page=2&limit=100',
    ]);
  });

  it.each(['0', '-1', '1.5', '', 'abc', '99999999999999999999', null])(
    'with the id %j, which no remove could name, is given up',
    async (id) => {
      const { lists, control } = await startLists();
      const body = { status: { code: 200 }, data: [{ id, destination: 'bad.example' }] };
      control.addFault({ match: { template: destinations }, effect: { kind: 'respond', status: 200, body } });

      await expect(lists.getPage(listId, 1)).rejects.toThrow(/not documented: look at 0\.id/);
    },
  );

  it('of a list that does not exist asks for another id', async () => {
    const { lists } = await startLists();
    await expect(lists.getPage(4_711, 1)).rejects.toThrow(ConfigurationProblem);
  });
});
