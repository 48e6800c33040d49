import { describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { neededScopes } from '#shared/credentials/health/needed-scopes.ts';
import { main } from './health-fixtures.ts';

function scopesFor(secureAccess: object, settings: object = {}) {
  const configuration = deploymentConfigurationSchema.parse({
    stage: 'test',
    organisations: { main: { secureAccess }, other: { secureAccess: { edition: 'global' } } },
    destinationLists: { 'soc-block': { organisation: 'main', id: 7001234 } },
    connections: {},
    ...settings,
  });
  const { probes, unprovable } = neededScopes(configuration, main);
  return [...probes.map(({ scope }) => scope), ...unprovable];
}

const listing = ['policies.destinationLists:read'];
const reading = [...listing, 'policies.destinations:read'];
const writing = 'policies.destinations:write';

describe('the API key needs', () => {
  it.each<[said: string, secureAccess: object, settings: object, scopes: string[]]>([
    ['little where no list is written', { edition: 'global' }, { destinationLists: {} }, listing],
    ['the rules beside the lists', { edition: 'global' }, {}, [...reading, 'policies.rules:read', writing]],
    ['no rules for Umbrella, which has none', { edition: 'umbrella' }, {}, [...reading, writing]],
    [
      'the rotation of the log bucket key',
      { edition: 'global', logBucketKeyRotation: {} },
      {},
      [...reading, 'policies.rules:read', writing, 'admin.iam:write'],
    ],
    [
      'the reports to count who would be touched',
      { edition: 'china' },
      { blastRadius: { identities: { most: 50 } } },
      [...reading, 'policies.rules:read', 'reports.aggregations:read', writing],
    ],
    [
      'the reports to renew what is still sought',
      { edition: 'umbrella' },
      { leases: { renewWhileHit: true } },
      [...reading, 'reports.aggregations:read', writing],
    ],
    [
      'no reports where nothing is blocked',
      { edition: 'global' },
      { destinationLists: {}, leases: { renewWhileHit: true } },
      listing,
    ],
  ])('%s', (_said, secureAccess, settings, scopes) => {
    expect(scopesFor(secureAccess, settings)).toEqual(scopes);
  });
});
