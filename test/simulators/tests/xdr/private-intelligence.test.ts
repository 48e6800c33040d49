import { describe, expect } from 'vitest';
import { it } from './simulator-test.ts';

const importPath = '/ctia/bundle/import?external-key-prefixes=ours-';

function bundleOf(...externalIds: string[]) {
  return {
    type: 'bundle',
    source: 'ours',
    sightings: externalIds.map((id) => ({
      id: `transient:${id}`,
      external_ids: [id],
      observed_time: { start_time: '2026-01-01T08:00:00Z' },
    })),
  };
}

describe('the import of a bundle', () => {
  it('makes what is new and leaves what exists', async ({ simulator, xdr }) => {
    await xdr.call('POST', importPath, bundleOf('ours-1'));

    expect(await xdr.call('POST', importPath, bundleOf('ours-1', 'ours-2'))).toMatchObject({
      status: 200,
      body: {
        results: [
          { original_id: 'transient:ours-1', result: 'exists' },
          { original_id: 'transient:ours-2', result: 'created' },
        ],
      },
    });
    expect(simulator.control.state().entityCounts).toEqual({ sighting: 2 });
  });

  it('looks at ids with the prefix only', async ({ simulator, xdr }) => {
    for (const _time of [1, 2]) await xdr.call('POST', importPath, bundleOf('theirs-1'));

    expect(simulator.control.state().entityCounts).toEqual({ sighting: 2 });
  });

  it('makes twice what the index does not show yet, and errs on it afterwards', async ({
    simulator,
    xdr,
  }) => {
    simulator.control.changeSettings({ indexDelaySeconds: 5 });
    for (const _time of [1, 2]) await xdr.call('POST', importPath, bundleOf('ours-1'));
    simulator.control.advanceClock(5);

    expect(await xdr.call('POST', importPath, bundleOf('ours-1'))).toMatchObject({
      body: { results: [{ result: 'error', msg: expect.stringContaining('More than one') }] },
    });
  });

  it('refuses a body that is no bundle', async ({ xdr }) => {
    expect(await xdr.call('POST', importPath, { type: 'list' })).toMatchObject({
      status: 400,
      body: { type: 'Invalid Entity Error' },
    });
  });
});

describe('an incident', () => {
  const incident = {
    status: 'New',
    confidence: 'High',
    incident_time: { opened: '2026-01-01T08:00:00Z' },
    external_ids: ['ours-1'],
  };

  it('that is posted twice is there twice', async ({ xdr }) => {
    const first = await xdr.call('POST', '/iroh/private-intel/incident', incident);
    await xdr.call('POST', '/iroh/private-intel/incident', incident);

    expect(first).toMatchObject({ status: 201, body: { id: expect.stringContaining('/ctia/incident/') } });
    expect((await xdr.call('GET', '/ctia/incident/external_id/ours-1')).body).toHaveLength(2);
  });

  it('with a status that nobody knows is refused', async ({ xdr }) => {
    expect(
      await xdr.call('POST', '/iroh/private-intel/incident', { ...incident, status: 'new' }),
    ).toMatchObject({ status: 400 });
  });
});
