import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '#infra/config/load-configuration.ts';
import { effectiveConfiguration, withBaseUrls } from '#infra/local/effective-configuration.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { seededUsers } from '#test/simulators/firewall-manager/seed.ts';
import { tenant } from '#test/simulators/firewall-manager/tenant.ts';
import { seededApiKey } from '#test/simulators/security-cloud-control/seed.ts';

const clouds = {
  secureAccess: { url: 'http://127.0.0.1:4580/' },
  securityCloudControl: { url: 'http://127.0.0.1:4581' },
  firewallManager: { url: 'http://127.0.0.1:4582' },
  xdr: { url: 'http://127.0.0.1:4583' },
};

describe('the configuration that is deployed', () => {
  const { $schema: _forEditors, ...written } = loadConfiguration('infra/config/local.json');
  const main = effectiveConfiguration(clouds).organisations[organisationNameSchema.parse('main')];

  it('sends every organisation to the given clouds, and is otherwise that of infra/config/local.json', () => {
    const { organisations, ...rest } = effectiveConfiguration(clouds);
    const { organisations: writtenOrganisations, ...writtenRest } = written;

    expect(rest).toEqual(writtenRest);
    expect(organisations).toMatchObject(writtenOrganisations);
    expect(main?.secureAccess.baseUrl).toBe('http://127.0.0.1:4580');
    expect(main?.securityCloudControl?.baseUrl).toBe('http://127.0.0.1:4581');
    expect(main?.firewallManager?.baseUrl).toBe('http://127.0.0.1:4582');
    expect(main?.xdr?.baseUrl).toBe('http://127.0.0.1:4583');
  });

  it('knows the organisation, the tenant and the users that the simulators are seeded with', () => {
    expect(main?.securityCloudControl?.organizationId).toBe(seededApiKey.organizationId);
    expect(main?.firewallManager).toMatchObject({
      tenantUid: tenant.uid,
      apiUserUids: [seededUsers.first.uid, seededUsers.second.uid],
    });
  });

  it('gives an organisation no cloud that it does not have', () => {
    const alone = deploymentConfigurationSchema.parse({
      ...written,
      people: undefined,
      organisationOnboarding: undefined,
      networkGroups: {},
      organisations: { main: { secureAccess: { edition: 'global' } } },
      connections: {},
    });
    expect(withBaseUrls(alone, clouds).organisations).toEqual({
      main: { secureAccess: { edition: 'global', baseUrl: 'http://127.0.0.1:4580' } },
    });
  });
});
