import { describe, expect, it } from 'vitest';
import { configuredCredentials } from '../../../../shared/credentials/health/configured-credentials.ts';
import { credentialIdText } from '../../../../shared/credentials/health/credential-id.ts';
import { credentialSecretName } from '../../../../shared/credentials/health/credential-secret-name.ts';
import { configurationWith } from './health-fixtures.ts';

describe('the credentials of a deployment', () => {
  it('are two for an organisation that only blocks', () => {
    const configuration = configurationWith({ secureAccess: { edition: 'global' } });

    expect(configuredCredentials(configuration).map(credentialIdText)).toEqual([
      'main/secure-access-api-key',
      'main/secure-access-access-token',
    ]);
  });

  it('are eight where everything is configured, each with a secret of its own name', () => {
    const configuration = configurationWith();
    const credentials = configuredCredentials(configuration);

    expect(credentials.map(credentialIdText)).toEqual([
      'main/secure-access-api-key',
      'main/secure-access-access-token',
      'main/secure-access-key-admin-key',
      'main/log-bucket-key',
      'main/scc-api-key',
      'main/scc-access-token',
      'main/firewall-manager-token',
      'main/xdr-client',
    ]);
    expect(credentials.map((one) => credentialSecretName(configuration.stage, one))).toEqual(
      credentials.map(({ kind }) => `scc-automations/test/organisations/main/${kind}`),
    );
  });
});
