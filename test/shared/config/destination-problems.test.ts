import { expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';

it.each([
  ['global', []],
  ['china', []],
  ['government', []],
  ['umbrella', [expect.stringContaining('Umbrella has no network object groups')]],
])('a network object group of an organisation of the edition %s has the problems %j', (edition, messages) => {
  const parsed = deploymentConfigurationSchema.safeParse({
    stage: 'test',
    organisations: { main: { secureAccess: { edition } } },
    destinationLists: {},
    networkGroups: { gateways: { kind: 'network-object-group', organisation: 'main', name: 'SOC block' } },
    connections: {},
  });
  expect((parsed.error?.issues ?? []).map(({ message }) => message)).toEqual(messages);
});
