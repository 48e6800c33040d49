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

const securityCloudControl = { organizationId: 'e980e881-b61f-41f0-a9b4-06fbd2118f00' };

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

describe('blocking in groups needs', () => {
  const ofObjects = [
    'policies.objects.networkObjectGroups:read',
    'policies.objects.networkObjects:read',
    'policies.rules:read',
    'policies.objects.networkObjectGroups:write',
  ];
  const group = { kind: 'network-object-group', organisation: 'main', name: 'SOC block' };
  const commonGroup = { ...group, kind: 'network-group', region: 'eu' };

  it.each<[said: string, group: object, scopes: string[]]>([
    ['the groups, the objects and the rules', group, ofObjects],
    ['nothing for groups of another organisation', { ...group, organisation: 'other' }, []],
    ['nothing of Secure Access for groups of Security Cloud Control', commonGroup, []],
  ])('%s', (_said, networkGroup, scopes) => {
    const organisations = {
      main: { secureAccess: { edition: 'global' }, securityCloudControl },
      other: { secureAccess: { edition: 'global' } },
    };
    const settings = { organisations, destinationLists: {}, networkGroups: { 'group-1': networkGroup } };

    expect(scopesFor({}, settings)).toEqual([...listing, ...scopes]);
  });
});

describe('cutting people off needs', () => {
  const vpn = ['admin.vpn:read', 'admin.vpn:write'];
  const zeroTrust = ['reports.utilities:read', 'admin.ztna.certificates:read', 'admin.ztna.enrollment:write'];
  const computers = ['deployments.roamingcomputers:read', 'deployments.roamingcomputers:write'];

  it.each<[said: string, edition: string, people: object, scopes: string[]]>([
    ['VPN and zero-trust devices', 'global', {}, [...vpn, ...zeroTrust]],
    ['no zero-trust devices where no API has them', 'government', {}, vpn],
    ['nothing of Umbrella without a rule for computers', 'umbrella', {}, []],
    ['roaming computers by a naming rule', 'umbrella', { roamingComputerNames: 'LT-{mailbox}-#' }, computers],
    ['nothing in an organisation that is not concerned', 'global', { organisations: ['other'] }, []],
  ])('%s', (_said, edition, people, scopes) => {
    const settings = {
      destinationLists: {},
      organisations: {
        main: { secureAccess: { edition }, securityCloudControl },
        other: { secureAccess: { edition: 'global' }, securityCloudControl },
      },
      people: { organisations: ['main'], timeZone: 'Europe/Zurich', profiles: {}, sources: {}, ...people },
    };

    expect(scopesFor({}, settings).toSorted()).toEqual([...listing, ...scopes].toSorted());
  });
});
