import { describe, expect } from 'vitest';
import { seededNetworkObjectGroup } from '../../secure-access/network-objects/seed-network-objects.ts';
import { it } from './simulator-test.ts';

const groups = '/policies/v2/objects/networkObjectGroups';
const seeded = `${groups}/${seededNetworkObjectGroup.id}`;
const host = (address: string) => ({ type: 'host' as const, addresses: [address] as [string] });
const content = { name: 'mine', objectIds: [], groupIds: [], values: [host('192.0.2.1')] };

describe('network object groups', () => {
  it('are listed ten at a time, by part of the name', async ({ simulator, api }) => {
    for (let number = 1; number <= 12; number += 1) {
      simulator.control.networkObjects.putGroup({ name: `other ${number}` });
    }
    const answer = await api.call('GET', `${groups}?name=other`);
    expect(answer).toMatchObject({ status: 200, body: { count: 12, limit: 10, offset: 0 } });
    expect(answer.body).toHaveProperty('results.length', 10);
  });

  it('are shown whole, with dates of their own kind', async ({ api }) => {
    const { body } = await api.call('GET', seeded);
    expect(body).toMatchObject({
      id: seededNetworkObjectGroup.id,
      objects: [],
      groups: [],
      values: [host(seededNetworkObjectGroup.byHand)],
      created_at: expect.any(String),
      modified_at: expect.any(String),
    });
  });

  it('are made, changed and deleted', async ({ simulator, api }) => {
    const made = await api.call('POST', groups, content);
    expect(made).toMatchObject({ status: 201, body: { id: 4_501, values: content.values } });
    const changed = await api.call('PUT', `${groups}/4501`, { ...content, values: [host('192.0.2.2')] });
    expect(changed).toMatchObject({ status: 201, body: { values: [host('192.0.2.2')] } });
    expect(await api.call('DELETE', `${groups}/4501`)).toMatchObject({ status: 204 });
    expect(simulator.control.networkObjects.state().networkObjectGroups).toHaveLength(1);
  });

  it('keep what a change leaves out, where changes join', async ({ simulator, api }) => {
    simulator.control.changeSettings({ networkObjectGroupPut: 'merge' });
    const { name, byHand } = seededNetworkObjectGroup;
    expect(await api.call('PUT', seeded, { ...content, name })).toMatchObject({
      body: { values: [host(byHand), host('192.0.2.1')] },
    });
  });

  it.for([
    ['a name that is taken', 409, { ...content, name: seededNetworkObjectGroup.name }],
    ['a list that is missing', 400, { ...content, groupIds: undefined }],
    ['a member that is not there', 400, { ...content, objectIds: [7] }],
    ['two addresses in a value', 400, { ...content, values: [{ type: 'host', addresses: ['::1', '::2'] }] }],
    ['an address of another type', 400, { ...content, values: [{ type: 'network', addresses: ['::1'] }] }],
  ] as const)('are refused for %s', async ([, status, body], { api }) => {
    expect(await api.call('POST', groups, body)).toMatchObject({
      status,
      body: { error: expect.any(String) },
    });
  });

  it('are refused beyond what the organisation takes', async ({ simulator, api }) => {
    simulator.control.changeSettings({ mostNetworkObjects: 1 });
    expect((await api.call('POST', groups, content)).status).toBe(400);
  });

  it('that are in another one cannot be deleted', async ({ simulator, api }) => {
    const { name } = seededNetworkObjectGroup;
    simulator.control.networkObjects.putGroup({ name: 'around', groups: [name] });
    expect((await api.call('DELETE', seeded)).status).toBe(400);
  });

  it('that do not exist are answered with 404', async ({ api }) => {
    expect(await api.call('GET', `${groups}/1`)).toMatchObject({
      status: 404,
      body: { error: expect.any(String) },
    });
  });

  it('come back with a reset of the objects', async ({ simulator }) => {
    const { control } = simulator;
    control.networkObjects.deleteGroup(seededNetworkObjectGroup.name);
    control.reset({ only: ['objects'] });
    expect(control.state()).toMatchObject({
      networkObjects: 1,
      networkObjectGroups: [{ name: seededNetworkObjectGroup.name }],
    });
  });
});

it('network objects are listed with their number', async ({ simulator, api }) => {
  simulator.control.networkObjects.putObject({ name: 'web-1', value: host('192.0.2.10') });
  expect(await api.call('GET', '/policies/v2/objects/networkObjects?limit=1')).toMatchObject({
    body: { count: 1, results: [{ name: 'web-1', value: host('192.0.2.10') }] },
  });
});
