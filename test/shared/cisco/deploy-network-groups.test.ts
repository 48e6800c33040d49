import { describe, expect, it } from 'vitest';
import { deployNetworkGroups } from '#shared/cisco/deploy-network-groups.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { networkGroupSchema } from '#shared/config/network-group.ts';
import { systemClock } from '#shared/time/clock.ts';
import { MemoryDeploymentRecords } from '../firewalls/memory-deployment-records.ts';
import {
  entriesOf,
  startSimulatedObjects,
} from './security-cloud-control/network-objects/simulated-objects.ts';

const organisation = organisationNameSchema.parse('main');

/** Asks to deploy the groups of an organisation, in which `blocked` has one entry. */
async function deploy(...groups: object[]) {
  const { destination, firewalls, objects } = await startSimulatedObjects();
  await destination.add(entriesOf(['198.51.100.1']));
  const networkGroups = Object.fromEntries(
    groups.map((group, index) => [`group-${index}`, networkGroupSchema.parse(group)]),
  );
  firewalls.asked.length = 0;
  const report = await deployNetworkGroups(
    organisation,
    {
      configuration: { networkGroups },
      clouds: { commonObjects: () => objects },
      ports: {
        usages: firewalls,
        records: new MemoryDeploymentRecords(),
        clock: systemClock,
        newDeploymentId: () => 'deployment-1',
        deployments: {
          mostFirewallsPerDeployment: 50,
          start: () => Promise.reject(new Error('nothing is pending, so nothing is started')),
          find: async () => undefined,
          end: async () => new Map(),
        },
      },
    },
    new Date(),
  );
  return { report, asked: firewalls.asked };
}

const blocked = { kind: 'network-group', organisation: 'main', name: 'blocked', region: 'us' };

describe('groups that are deployed by themselves', () => {
  it('are looked at together, with their numbered groups', async () => {
    const { asked, report } = await deploy(
      { ...blocked, deploy: 'auto' },
      { ...blocked, name: 'not-there-yet', deploy: 'auto' },
    );
    expect(asked).toEqual([['blocked', 'blocked-01 in blocked']]);
    expect(report).toEqual({ ended: [], underWay: [], waiting: [] });
  });

  it.each([
    ['is deployed by a person', blocked],
    ['belongs to another organisation', { ...blocked, organisation: 'branch', deploy: 'auto' }],
    ['is one of Secure Access', { kind: 'network-object-group', organisation: 'main', name: 'blocked' }],
  ])('are none where the group %s: the firewalls are not asked', async (_why, group) => {
    expect((await deploy(group)).asked).toEqual([]);
  });
});
