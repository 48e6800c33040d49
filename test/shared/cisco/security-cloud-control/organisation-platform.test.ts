import { describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { organisationPlatform } from '#shared/cisco/security-cloud-control/organisation-platform.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { seededOrganisation } from '../../../simulators/security-cloud-control/seed.ts';
import { startSimulatedPlatform } from './simulated-platform.ts';

const configurationWith = (securityCloudControl?: object) =>
  deploymentConfigurationSchema.parse({
    stage: 'test',
    organisations: { main: { secureAccess: { edition: 'global' }, securityCloudControl } },
    destinationLists: {},
    connections: {},
  });

describe('the people of a configured organisation', () => {
  it('are found where the configuration says, with the token of that organisation', async () => {
    const { url, time, tokens } = await startSimulatedPlatform();
    const { directory, groups, roles } = organisationPlatform(organisationNameSchema.parse('main'), {
      configuration: configurationWith({ organizationId: seededOrganisation.id, baseUrl: url }),
      http: httpClient({ clock: time, sleep: time.sleep, random: () => 0 }),
      tokensOf: () => tokens,
    });

    expect(await directory.find(emailAddressSchema.parse('ada@acme.example'))).toMatchObject({
      state: 'active',
    });
    expect((await groups.available()).groups).not.toEqual([]);
    expect(await roles.available()).not.toEqual([]);
  });

  it.each(['main', 'nobody'])(
    '"%s" without Security Cloud Control is a problem of the configuration',
    (name) => {
      const context = {
        configuration: configurationWith(),
        http: { send: () => Promise.reject(new Error('not to be called')) },
        tokensOf: () => {
          throw new Error('not to be asked');
        },
      };

      expect(() => organisationPlatform(organisationNameSchema.parse(name), context)).toThrow(
        ConfigurationProblem,
      );
    },
  );
});
