import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { organisationsToCompare } from '../../../functions/reconcile-lists/organisations-to-compare.ts';
import { AdvancingTime } from '../../shared/cisco/advancing-time.ts';

const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: {
    main: { secureAccess: { edition: 'global' } },
    branch: { secureAccess: { edition: 'umbrella' } },
    unused: { secureAccess: { edition: 'china' } },
  },
  destinationLists: {
    'soc-block': { organisation: 'main', id: 1, mostEntries: 1_000 },
    'soc-overflow': { organisation: 'main', id: 2 },
    'dns-block': { organisation: 'branch', id: 3 },
  },
  connections: {},
});

function compared(only?: string) {
  const time = new AdvancingTime();
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 });
  const context = {
    configuration,
    http,
    tokensOf: () => {
      throw new Error('no token is needed before anything is read');
    },
  };
  const name = only === undefined ? undefined : destinationListNameSchema.parse(only);
  const sources = () => ({ current: context.tokensOf, replace: context.tokensOf });
  return organisationsToCompare(name, { ...context, tokensOf: sources }).map(({ name, edition, lists }) => ({
    name,
    edition,
    lists: lists.map(({ id, mostEntries }) => ({ id, mostEntries })),
  }));
}

describe('what is compared', () => {
  it('is every list of the configuration, by organisation', () => {
    expect(compared()).toEqual([
      {
        name: 'main',
        edition: 'global',
        lists: [
          { id: 1, mostEntries: 1_000 },
          { id: 2, mostEntries: 250_000 },
        ],
      },
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
