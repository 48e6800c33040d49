import { describe, expect, it } from 'vitest';
import { organisationClouds } from '#shared/cisco/organisation-clouds.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { organisationsToCompare } from '../../../functions/reconcile-lists/organisations-to-compare.ts';
import { MemoryDeploymentRecords } from '../../shared/firewalls/memory-deployment-records.ts';

const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: {
    main: {
      secureAccess: { edition: 'global' },
      securityCloudControl: { organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101' },
    },
    branch: { secureAccess: { edition: 'umbrella' } },
    unused: { secureAccess: { edition: 'china' } },
  },
  destinationLists: {
    'soc-block': { organisation: 'main', id: 1, mostEntries: 1_000 },
    'soc-overflow': { organisation: 'main', id: 2 },
    'dns-block': { organisation: 'branch', id: 3 },
  },
  networkGroups: {
    firewalls: { kind: 'network-group', organisation: 'main', name: 'soc-firewall-block', region: 'us' },
  },
  connections: {},
});

const notAsked = () => Promise.reject(new Error('no token is needed before anything is read'));
const clouds = organisationClouds({
  configuration,
  tokens: {
    secureAccess: () => ({ current: notAsked, replace: notAsked }),
    platform: () => ({ current: notAsked, replace: notAsked }),
    firewallManager: () => ({ current: notAsked, replace: notAsked }),
  },
  deploymentRecordsOf: () => new MemoryDeploymentRecords(),
  clock: systemClock,
  sleep: realSleep,
  random: () => 0,
});

function compared(only?: string) {
  const name = only === undefined ? undefined : destinationListNameSchema.parse(only);
  return organisationsToCompare(name, { configuration, clouds, warn: () => undefined }).map(
    ({ name, surroundings, lists }) => ({
      name,
      edition: surroundings?.edition,
      lists: lists.map(({ id, mostEntries }) => ({ id, mostEntries })),
    }),
  );
}

describe('what is compared', () => {
  it('is every destination of the configuration, by organisation, its groups by themselves', () => {
    expect(compared()).toEqual([
      {
        name: 'main',
        edition: 'global',
        lists: [
          { id: 1, mostEntries: 1_000 },
          { id: 2, mostEntries: 250_000 },
        ],
      },
      { name: 'main', edition: undefined, lists: [{ id: undefined, mostEntries: 100_000 }] },
      { name: 'branch', edition: 'umbrella', lists: [{ id: 3, mostEntries: 250_000 }] },
    ]);
  });

  it('is one list, when it was asked for', () => {
    expect(compared('soc-overflow')).toMatchObject([{ name: 'main', lists: [{ id: 2 }] }]);
  });

  it('is no list that the configuration does not have', () => {
    expect(() => compared('elsewhere')).toThrow(ConfigurationProblem);
  });
});
