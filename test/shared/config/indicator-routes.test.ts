import { describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { indicatorRoutes } from '#shared/config/indicator-routes.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import type { Routes } from '#shared/config/routes.ts';
import { type IndicatorType, indicatorTypes } from '#shared/iocs/indicator.ts';

const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: {
    main: {
      secureAccess: { edition: 'global' },
      securityCloudControl: { organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101' },
    },
  },
  destinationLists: { list: { organisation: 'main', id: 1 } },
  networkGroups: {
    group: { kind: 'network-group', organisation: 'main', name: 'soc-block', region: 'us' },
    'addresses-only': {
      kind: 'network-object-group',
      organisation: 'main',
      name: 'SOC block',
      indicatorTypes: ['ipv4', 'ipv6'],
    },
  },
  connections: {},
});

const destinationLists = ['list', 'group', 'addresses-only'].map((name) =>
  destinationListNameSchema.parse(name),
);
const [list, group] = destinationLists;

function goesTo(type: IndicatorType, routes?: Routes, among = destinationLists): string[] {
  const found = indicatorRoutes({ destinationLists: among, routes }, configuration);
  return found.destinations.filter((name) => found.goesTo(type, name));
}

describe('an indicator goes', () => {
  it.each<[type: IndicatorType, destinations: string[]]>([
    ['ipv4', ['list', 'group', 'addresses-only']],
    ['ipv6', ['list', 'group', 'addresses-only']],
    ['cidr', ['list', 'group']],
    ['domain', ['list', 'group']],
    ['url', ['list']],
  ])('of the type %s to each destination that takes it', (type, destinations) => {
    expect(goesTo(type)).toEqual(destinations);
  });

  it('where its route says, and nowhere else', () => {
    const routes = { ipv4: destinationLists.slice(1, 2) };
    expect(goesTo('ipv4', routes)).toEqual(['group']);
    expect(goesTo('ipv6', routes)).toEqual(['list', 'group', 'addresses-only']);
  });

  it('to all when none takes it, so that the refusal is told', () => {
    expect(goesTo('sha256')).toEqual(['list', 'group', 'addresses-only']);
    expect(goesTo('url', undefined, destinationLists.slice(1))).toEqual(['group', 'addresses-only']);
  });

  it.each(indicatorTypes)('of the type %s somewhere, whatever it is', (type) => {
    expect(goesTo(type).length).toBeGreaterThan(0);
  });
});

it('the destinations keep their order, which numbers the parts of a request', () => {
  expect(indicatorRoutes({ destinationLists }, configuration).destinations.slice(0, 2)).toEqual([
    list,
    group,
  ]);
});
