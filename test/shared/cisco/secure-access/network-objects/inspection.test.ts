import { describe, expect, it } from 'vitest';
import { networkObjectGroupDestination } from '#shared/cisco/secure-access/network-objects/network-object-group-destination.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { seededNetworkObjectGroup } from '../../../../simulators/secure-access/network-objects/seed-network-objects.ts';
import { groupName, host, startSimulatedGroup } from './simulated-group.ts';

const enforced = { kind: 'enforced' };
const unused = { kind: 'not-enforced', reason: expect.stringMatching(/^not-used: /) };
const unsafe = {
  kind: 'unsafe',
  reason: expect.stringMatching(/^used-by-allow-rule: the allow rule "allow it"/),
};

describe('inspecting a group', () => {
  it('costs the groups, the number of objects and the rules: three calls', async () => {
    const { client, calls } = await startSimulatedGroup();
    const { name } = seededNetworkObjectGroup;
    const destination = networkObjectGroupDestination({ client, groupName: name });

    expect(await destination.inspect()).toEqual({
      enforcement: enforced,
      entryCount: 1,
      organisationEntryCount: 1,
    });
    expect(calls()).toEqual(['GET /networkObjectGroups', 'GET /rules', 'GET /networkObjects']);
  });

  it('counts the objects of the organisation, those in all groups included', async () => {
    const { destination, control } = await startSimulatedGroup();
    control.networkObjects.putObject({ name: 'web-1', value: host('192.0.2.1') });
    control.networkObjects.putGroup({ name: groupName, values: [host('192.0.2.2')], objects: ['web-1'] });
    expect(await destination.inspect()).toMatchObject({ entryCount: 1, organisationEntryCount: 3 });
  });

  it('that is not there yet says who makes it and what is to be done, and reads no rules', async () => {
    const { destination, calls } = await startSimulatedGroup();
    expect(await destination.inspect()).toMatchObject({
      enforcement: {
        kind: 'not-enforced',
        reason: expect.stringMatching(/^not-used: there is no .* blocked/),
      },
      entryCount: 0,
    });
    expect(calls()).not.toContain('GET /rules');
  });

  it('concludes nothing from groups that cannot be understood', async () => {
    const { destination, control } = await startSimulatedGroup();
    control.addFault({
      match: { method: 'GET', template: '/policies/v2/objects/networkObjectGroups' },
      effect: { kind: 'respond', status: 200, body: { count: 1, results: [{ id: 1, name: groupName }] } },
    });
    await expect(destination.inspect()).rejects.toThrow(GiveUp);
  });
});

describe('a group is', () => {
  type Use = Parameters<Awaited<ReturnType<typeof startSimulatedGroup>>['useBy']>;
  const services = {
    attributeName: 'umbrella.destination.logical_operator',
    attributeOperator: 'AND',
    attributeValue: '(umbrella.destination.networkObjectGroupIds && umbrella.destination.serviceObjectIds)',
  } as const;

  it.each<[said: string, uses: readonly [Use[0], Use[2]?][], enforcement: object]>([
    ['unused without a rule', [], unused],
    ['enforced by a block rule', [['block']], enforced],
    [
      'not enforced by a disabled one',
      [['block', { isEnabled: false }]],
      { kind: 'not-enforced', reason: expect.stringMatching(/^block-rule-disabled: /) },
    ],
    ['enforced by one of two', [['block', { isEnabled: false }], ['block']], enforced],
    ['not enforced as a source of a block rule', [['block', { side: 'source' }]], unused],
    ['not enforced for certain services', [['block', { otherConditions: [services] }]], unused],
    ['unsafe in an allow rule', [['allow']], unsafe],
    ['unsafe in a disabled allow rule', [['block'], ['allow', { isEnabled: false }]], unsafe],
    ['unsafe as a source of an allow rule', [['block'], ['allow', { side: 'source' }]], unsafe],
  ])('%s', async (_said, uses, enforcement) => {
    const { destination, control, useBy } = await startSimulatedGroup();
    const id = control.networkObjects.putGroup({ name: groupName });
    for (const [action, options] of uses) useBy(action, id, options);
    expect(await destination.inspect()).toMatchObject({ enforcement });
  });

  it.each([
    ['enforced by a block rule', 'block', enforced],
    ['unsafe in an allow rule', 'allow', unsafe],
  ] as const)('%s for a group around a group that it is in', async (_said, action, enforcement) => {
    const { destination, control, useBy } = await startSimulatedGroup();
    control.networkObjects.putGroup({ name: groupName });
    control.networkObjects.putGroup({ name: 'around', groups: [groupName] });
    const outermost = control.networkObjects.putGroup({ name: 'outermost', groups: ['around'] });
    useBy(action, outermost);
    expect(await destination.inspect()).toMatchObject({ enforcement });
  });

  it('unused where a rule names a group in it, or a list of the same number', async () => {
    const { destination, control, useBy } = await startSimulatedGroup();
    const inner = control.networkObjects.putGroup({ name: 'inner' });
    const own = control.networkObjects.putGroup({ name: groupName, groups: ['inner'] });
    useBy('allow', inner);
    control.addRule({ ruleName: 'A list', ruleAction: 'allow', destinationListIds: [own] });
    expect(await destination.inspect()).toMatchObject({ enforcement: unused });
  });
});
