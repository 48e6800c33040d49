import { describe, expect, it } from 'vitest';

import { effectiveConfiguration } from '#infra/local/effective-configuration.ts';
import { generateSenders } from '#infra/local/senders.ts';
import { credentialsToStore } from '#infra/local/store-credentials.ts';

const zeros = (size: number) => Buffer.alloc(size);

const clouds = {
  secureAccess: {
    url: 'http://127.0.0.1:4580',
    credentials: { apiKey: { key: 'k', secret: 's' }, keyAdminKey: { key: 'admin', secret: 'as' } },
  },
  securityCloudControl: {
    url: 'http://127.0.0.1:4581',
    credentials: {
      apiKeyId: 'b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8c01',
      refreshToken: 'refresh',
      claimCodes: { 'good-code': 'LOCL-GOOD-CODE-0001' },
    },
  },
  firewallManager: { url: 'http://127.0.0.1:4582', credentials: { token: 't' } },
  xdr: { url: 'http://127.0.0.1:4583', credentials: { clientId: 'c', clientPassword: 'p' } },
};

describe('the credentials that a person would paste', () => {
  const configuration = effectiveConfiguration(clouds);
  const senders = generateSenders(configuration, zeros);
  const stored = new Map(
    credentialsToStore(configuration, clouds, senders).map(({ secretName, value }) => [secretName, value]),
  );

  it.each([
    { secret: 'organisations/main/secure-access-api-key', value: { key: 'k', secret: 's' } },
    { secret: 'organisations/main/secure-access-key-admin-key', value: { key: 'admin', secret: 'as' } },
    {
      secret: 'organisations/main/scc-api-key',
      value: {
        apiKeyId: 'b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8c01',
        refreshToken: 'refresh',
        organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101',
        apiBaseUrl: 'http://127.0.0.1:4581',
      },
    },
    { secret: 'organisations/main/firewall-manager-token', value: { token: 't' } },
    { secret: 'organisations/main/xdr-client', value: { clientId: 'c', clientPassword: 'p' } },
    { secret: 'connections/splunk', value: { current: 'A'.repeat(43) } },
    { secret: 'people/sources/tickets', value: { current: 'A'.repeat(43) } },
    { secret: 'organisation-sources/requests', value: { current: 'A'.repeat(43) } },
    { secret: 'claim-codes/good-code', value: { claimCode: 'LOCL-GOOD-CODE-0001' } },
    { secret: 'connections/ioc-list', value: { current: `whsec_${'A'.repeat(43)}=` } },
  ])('are stored as $secret, where and how the functions read it', ({ secret, value }) => {
    expect(stored.get(`scc-automations/local/${secret}`)).toEqual(value);
  });

  it.each(['secure-access-access-token', 'scc-access-token', 'log-bucket-key'])(
    'leave %s to the function that makes it',
    (secret) => {
      expect(stored.has(`scc-automations/local/organisations/main/${secret}`)).toBe(false);
    },
  );
});
