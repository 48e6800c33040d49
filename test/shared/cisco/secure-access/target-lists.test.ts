import { describe, expect, it } from 'vitest';
import { targetLists } from '#shared/cisco/secure-access/target-lists.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { chainOf } from '#shared/iocs/blocking/list-chain.ts';

const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: { main: { secureAccess: { edition: 'global' } } },
  destinationLists: {
    'soc-block': { organisation: 'main', id: 1, overflow: 'soc-block-2' },
    'soc-block-2': { organisation: 'main', id: 2, overflow: 'soc-block-3', mostEntries: 100 },
    'soc-block-3': { organisation: 'main', id: 3, overflow: 'soc-block' },
  },
  connections: {},
});

const notAsked = () => Promise.reject(new Error('nothing is asked'));
const listOf = targetLists({
  configuration,
  http: { send: notAsked },
  tokensOf: () => ({ current: notAsked, replace: notAsked }),
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

  it('is a problem of the configuration where it is not in it', () => {
    expect(() => listOf(destinationListNameSchema.parse('gone'))).toThrow(ConfigurationProblem);
  });
});
