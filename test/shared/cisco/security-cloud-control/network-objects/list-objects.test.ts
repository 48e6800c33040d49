import { describe, expect, it } from 'vitest';
import { listObjects } from '#shared/cisco/security-cloud-control/network-objects/list-objects.ts';
import { collected, startSimulatedObjects } from './simulated-objects.ts';

describe('a list of objects', () => {
  it.each([
    ['the cursor that a page names', 'given'],
    ['the offset, where pages name no cursor', 'missing'],
  ] as const)('is read to its end by %s', async (_how, objectCursor) => {
    const { objects, control, calls } = await startSimulatedObjects();
    control.changeSettings({ objectCursor });
    for (let number = 1; number <= 501; number++) {
      control.objects.putGroup({ name: `group-${String(number).padStart(3, '0')}` });
    }

    const pages = await collected(listObjects(objects, { type: 'networkGroup' }));

    expect(pages.map(({ length }) => length)).toEqual([250, 250, 1]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(501);
    expect(calls()).toHaveLength(3);
  });

  it.each([
    [{ total: 1, hasMore: false }, 1],
    [{ total: 1 }, 1],
    [{}, 1],
    [{ total: 3, hasMore: true, next: null }, 2],
    [{ total: 3 }, 2],
    [{ hasMore: true, next: 'abc' }, 2],
  ])('whose page says %j is read in %i calls', async (pagination, requests) => {
    const { objects, control, calls } = await startSimulatedObjects();
    const body = { objects: [{ id: crypto.randomUUID(), name: 'a', type: 'network' }], pagination };
    control.addFault({ match: { method: 'GET' }, effect: { kind: 'respond', status: 200, body } });
    control.addFault({
      match: { method: 'GET' },
      effect: { kind: 'respond', status: 200, body: { objects: [], pagination } },
    });
    expect((await collected(listObjects(objects, { type: 'network' }))).flat()).toHaveLength(1);
    expect(calls()).toHaveLength(requests);
  });
});
