import { describe, expect, it } from 'vitest';
import { readAllDestinationLists } from '#shared/cisco/secure-access/all-destination-lists.ts';
import { organisationLists } from '#shared/cisco/secure-access/organisation-lists.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { startSimulatedOrganisation } from './simulated-organisation.ts';

describe('all lists of an organisation', () => {
  it('come with their names, directions and counts, in one request', async () => {
    const { client, control, calls } = await startSimulatedOrganisation();
    control.putList({ id: 5, name: 'Partners', access: 'allow', destinations: 250 });

    const lists = await organisationLists({ client, edition: 'umbrella' }).all();

    expect(lists).toContainEqual({ id: 5, name: 'Partners', access: 'allow', entryCount: 250 });
    expect(lists).toContainEqual({ id: 7_001_236, name: 'unused', access: 'none', entryCount: 0 });
    expect(calls()).toEqual(['GET /policies/v2/destinationlists?page=1&limit=100']);
  });

  it('are read page by page, each list once', async () => {
    const { client, control, calls } = await startSimulatedOrganisation();
    for (let id = 1; id <= 120; id += 1) control.putList({ id, name: `list ${id}`, access: 'none' });

    const lists = await readAllDestinationLists(client);

    expect(new Set(lists.map(({ id }) => id)).size).toBe(123);
    expect(lists).toHaveLength(123);
    expect(calls()).toHaveLength(2);
  });

  it('let their entries be read page by page', async () => {
    const { client, control } = await startSimulatedOrganisation();
    control.putList({ id: 5, name: 'Partners', access: 'allow', destinations: 250 });

    const sizes: number[] = [];
    for await (const page of organisationLists({ client, edition: 'umbrella' }).entriesOf(5)) {
      sizes.push(page.length);
    }

    expect(sizes).toEqual([100, 100, 50]);
  });

  it.each<[said: string, body: object, message: string]>([
    [
      'refused under HTTP 200',
      { statusCode: 500, error: 'Internal' },
      'refused to name its destination lists',
    ],
    ['of another form', { status: { code: 200 }, data: [{ id: 'seven' }] }, 'look at 0.id'],
  ])('are given up when the answer is %s', async (_said, body, message) => {
    const { client, control } = await startSimulatedOrganisation();
    control.addFault({
      match: { method: 'GET', pathPattern: '/destinationlists$' },
      effect: { kind: 'respond', status: 200, body },
    });

    const reading = readAllDestinationLists(client);

    await expect(reading).rejects.toThrow(GiveUp);
    await expect(reading).rejects.toThrow(message);
  });
});
