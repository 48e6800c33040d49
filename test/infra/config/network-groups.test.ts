import { describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';

const group = { kind: 'network-group', organisation: 'main', name: 'soc-block', region: 'us' };
const secureAccessGroup = { kind: 'network-object-group', organisation: 'main', name: 'SOC block' };
const securityCloudControl = { organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101' };

function configuration(more: object = {}) {
  return {
    stage: 'test',
    organisations: {
      main: { secureAccess: { edition: 'global' }, securityCloudControl },
      bare: { secureAccess: { edition: 'umbrella' } },
    },
    destinationLists: { lists: { organisation: 'main', id: 1 } },
    networkGroups: { firewalls: group },
    connections: {},
    ...more,
  };
}

function connection(more: object) {
  return {
    splunk: {
      kind: 'splunk-alert',
      authentication: 'bearer-token',
      destinationLists: ['lists', 'firewalls'],
      ...more,
    },
  };
}

/** What is wrong, by where. */
function problems(more: object): Record<string, string> {
  const { error } = deploymentConfigurationSchema.safeParse(configuration(more));
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
}

describe('a network group', () => {
  it('takes all types that it can hold, is stored to and never deployed unless said otherwise', () => {
    const { networkGroups } = deploymentConfigurationSchema.parse(configuration());
    expect(Object.values(networkGroups)).toEqual([
      {
        ...group,
        indicatorTypes: ['ipv4', 'ipv6', 'cidr', 'domain'],
        whenNotEnforced: 'store',
        mostEntries: 100_000,
        deploy: 'never',
        deployAtMostEveryMinutes: 15,
      },
    ]);
  });

  it.each<[said: string, networkGroups: object, at: string, message: RegExp]>([
    ['of the name of a list', { lists: group }, 'networkGroups.lists', /destination list has this name/],
    [
      'of an organisation that is not there',
      { firewalls: { ...group, organisation: 'other' } },
      'networkGroups.firewalls.organisation',
      /no such organisation; allowed: main, bare/,
    ],
    [
      'of an organisation without Security Cloud Control',
      { firewalls: { ...group, organisation: 'bare' } },
      'networkGroups.firewalls.organisation',
      /needs "securityCloudControl"/,
    ],
    [
      'that is deployed where nothing can deploy',
      { firewalls: { ...group, deploy: 'auto' } },
      'networkGroups.firewalls.deploy',
      /needs the organisation to have "firewallManager"/,
    ],
    [
      'of a name with 33 characters',
      { firewalls: { ...group, name: 'x'.repeat(33) } },
      'networkGroups.firewalls.name',
      /32/,
    ],
    [
      'of a name with two spaces',
      { firewalls: { ...group, name: 'soc  block' } },
      'networkGroups.firewalls.name',
      /single spaces/,
    ],
    [
      'of a type that no group holds',
      { firewalls: { ...group, indicatorTypes: ['url'] } },
      'networkGroups.firewalls.indicatorTypes.0',
      /ipv4/,
    ],
    [
      'of Secure Access, with a region',
      { firewalls: { ...secureAccessGroup, region: 'us' } },
      'networkGroups.firewalls',
      /region/,
    ],
    [
      'whose numbered groups would be those of another',
      { one: { ...group, name: `${'x'.repeat(29)}-a` }, two: { ...group, name: `${'X'.repeat(29)}-b` } },
      'networkGroups.two.name',
      /would be taken for the group/,
    ],
    [
      'that is named like a numbered group of another',
      { one: group, two: { ...group, name: 'soc-block-02' } },
      'networkGroups.two.name',
      /would be taken for the group/,
    ],
    [
      'of Secure Access that is configured twice',
      { one: secureAccessGroup, two: { ...secureAccessGroup, name: 'soc BLOCK' } },
      'networkGroups.two.name',
      /would be taken for the group/,
    ],
  ])('%s is refused, with the place and what would be right', (_said, networkGroups, at, message) => {
    expect(problems({ networkGroups })).toEqual({ [at]: expect.stringMatching(message) });
  });

  it.each([
    ['another beginning', { one: group, two: { ...group, name: 'guest-block' } }],
    ['the same name in another cloud', { one: group, two: { ...secureAccessGroup, name: 'soc-block' } }],
    ['a word where a number would be', { one: group, two: { ...group, name: 'soc-block-west' } }],
  ])('stands beside another with %s', (_said, networkGroups) => {
    expect(problems({ networkGroups })).toEqual({});
  });
});

describe('the routes of a connection', () => {
  it('choose among its destinations', () => {
    expect(
      problems({ connections: connection({ routes: { ipv4: ['firewalls'], url: ['lists'] } }) }),
    ).toEqual({});
  });

  it.each<[said: string, more: object, at: string, message: RegExp]>([
    [
      'a destination that the connection does not have',
      { destinationLists: ['lists'], routes: { ipv4: ['firewalls'] } },
      'connections.splunk.routes.ipv4.0',
      /not among the destinationLists of the connection: lists/,
    ],
    [
      'a destination that cannot hold the type',
      { routes: { url: ['lists', 'firewalls'] } },
      'connections.splunk.routes.url.1',
      /cannot hold the type url/,
    ],
    ['no destination', { routes: { ipv4: [] } }, 'connections.splunk.routes.ipv4', /at least one/],
  ])('cannot name %s', (_said, more, at, message) => {
    expect(problems({ connections: connection(more) })).toEqual({ [at]: expect.stringMatching(message) });
  });

  it('need destinations that exist', () => {
    expect(problems({ connections: connection({ destinationLists: ['lists', 'gone'] }) })).toEqual({
      'connections.splunk.destinationLists.1': 'no such destination list; allowed: lists, firewalls',
    });
  });
});
