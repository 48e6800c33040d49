import { describe, expect, it } from 'vitest';
import { organisationClouds } from '#shared/cisco/organisation-clouds.ts';
import { targetDestinations } from '#shared/cisco/target-destinations.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { chainOf } from '#shared/iocs/blocking/list-chain.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { MemoryDeploymentRecords } from '../firewalls/memory-deployment-records.ts';

const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: {
    main: {
      secureAccess: { edition: 'global' },
      securityCloudControl: { organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101' },
    },
  },
  networkGroups: {
    firewalls: { kind: 'network-group', organisation: 'main', name: 'soc-firewall-block', region: 'us' },
    gateways: { kind: 'network-object-group', organisation: 'main', name: 'SOC block' },
  },
  destinationLists: {
    'soc-block': { organisation: 'main', id: 1, overflow: 'soc-block-2' },
    'soc-block-2': { organisation: 'main', id: 2, overflow: 'soc-block-3', mostEntries: 100 },
    'soc-block-3': { organisation: 'main', id: 3, overflow: 'soc-block' },
  },
  connections: {},
});

const notAsked = () => Promise.reject(new Error('nothing is asked'));
const tokens = () => ({ current: notAsked, replace: notAsked });
const listOf = targetDestinations({
  configuration,
  clouds: organisationClouds({
    configuration,
    tokens: { secureAccess: tokens, platform: tokens, firewallManager: tokens },
    deploymentRecordsOf: () => new MemoryDeploymentRecords(),
    clock: systemClock,
    sleep: realSleep,
    random: () => 0,
  }),
  warn: () => undefined,
});

describe('a destination list of the configuration', () => {
  it('comes with the lists that take its overflow, each once, also where they are a ring', () => {
    const chain = chainOf(listOf(destinationListNameSchema.parse('soc-block')));
    expect(chain.map(({ id, mostEntries }) => ({ id, mostEntries }))).toEqual([
      { id: 1, mostEntries: 250_000 },
      { id: 2, mostEntries: 100 },
      { id: 3, mostEntries: 250_000 },
    ]);
  });

  it('takes effect at once and keeps comments, of 250,000 in all', () => {
    const { destination, mostEntriesOfOrganisation } = listOf(destinationListNameSchema.parse('soc-block'));
    expect(destination).toMatchObject({ takesEffect: 'at-once', keepsComments: true });
    expect(mostEntriesOfOrganisation).toBe(250_000);
  });

  it('is a problem of the configuration where it is not in it', () => {
    expect(() => listOf(destinationListNameSchema.parse('gone'))).toThrow(ConfigurationProblem);
  });
});

describe('a network group of the configuration', () => {
  it('takes effect when it is deployed and keeps no comments, of 100,000 objects in all', () => {
    const target = listOf(destinationListNameSchema.parse('firewalls'));
    expect(target).toMatchObject({ organisation: 'main', mostEntriesOfOrganisation: 100_000 });
    expect(target.id).toBeUndefined();
    expect(target.destination).toMatchObject({ takesEffect: 'when-deployed', keepsComments: false });
  });

  it('of Secure Access takes effect at once and keeps no comments, of 50,000 objects in all', () => {
    const target = listOf(destinationListNameSchema.parse('gateways'));
    expect(target).toMatchObject({ organisation: 'main', mostEntriesOfOrganisation: 50_000 });
    expect(target.destination).toMatchObject({ takesEffect: 'at-once', keepsComments: false });
  });
});
