import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startCiscoClouds } from '#infra/local/clouds/cisco-clouds.ts';
import type { Cloud } from '#infra/local/clouds/cloud.ts';
import { findFreePort } from '#infra/local/ports.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

describe("Cisco's clouds in the local run", () => {
  const started: Cloud<unknown>[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((cloud) => cloud.stop()));
  });
  const start = (options: Partial<Parameters<typeof startCiscoClouds>[0]>) =>
    startCiscoClouds({
      simulatorPort: 0,
      environment: {},
      started: (cloud) => started.push(cloud),
      ...options,
    });

  it('are simulators, each with what a person would paste for it', async () => {
    const clouds = await start({});

    const urls = Object.values({ ...clouds }).map(({ url }) => url);
    expect(new Set(urls).size).toBe(4);
    for (const url of urls) expect((await fetch(`${url}/_control/state`)).status).toBe(200);
    expect(clouds.secureAccess.credentials.apiKey).toEqual({ key: 'local-key', secret: 'local-secret' });
    expect(clouds.securityCloudControl.credentials.refreshToken).toBe('local-refresh-token');
    const platform = await (await fetch(`${clouds.securityCloudControl.url}/_control/state`)).json();
    expect(platform).toMatchObject({ organisations: [{ type: 'MANAGER' }] });
  });

  it('are those of the given addresses, with credentials from the environment', async () => {
    const clouds = await start({
      secureAccessUrl: 'http://127.0.0.1:9000',
      securityCloudControlUrl: 'http://127.0.0.1:9001',
      firewallManagerUrl: 'http://127.0.0.1:9002',
      xdrUrl: 'http://127.0.0.1:9003',
      environment: {
        SECURE_ACCESS_KEY: 'k',
        SECURE_ACCESS_SECRET: 's',
        SECURE_ACCESS_KEY_ADMIN_KEY: 'ak',
        SECURE_ACCESS_KEY_ADMIN_SECRET: 'as',
        SECURITY_CLOUD_CONTROL_API_KEY_ID: 'id',
        SECURITY_CLOUD_CONTROL_REFRESH_TOKEN: 'refresh',
        FIREWALL_MANAGER_TOKEN: 'token',
        XDR_CLIENT_ID: 'client',
        XDR_CLIENT_PASSWORD: 'password',
      },
    });

    expect(clouds).toMatchObject({
      secureAccess: {
        url: 'http://127.0.0.1:9000',
        credentials: { apiKey: { key: 'k', secret: 's' }, keyAdminKey: { key: 'ak', secret: 'as' } },
      },
      securityCloudControl: {
        url: 'http://127.0.0.1:9001',
        credentials: { apiKeyId: 'id', refreshToken: 'refresh' },
      },
      firewallManager: { url: 'http://127.0.0.1:9002', credentials: { token: 'token' } },
      xdr: {
        url: 'http://127.0.0.1:9003',
        credentials: { clientId: 'client', clientPassword: 'password' },
      },
    });
  });

  it('show no credential in what is said about them', async () => {
    const clouds = await start({
      secureAccessUrl: 'http://127.0.0.1:9000',
      environment: { SECURE_ACCESS_SECRET: 'canary' },
    });

    expect(clouds.secureAccess.description).toBe(
      'Secure Access at http://127.0.0.1:9000 (--secure-access-url)',
    );
  });

  it('are stopped by the caller also when a later one finds its port taken', async () => {
    const taken = createServer();
    const port = await findFreePort();
    taken.listen(port + 1, '127.0.0.1');
    await once(taken, 'listening');
    try {
      await expect(start({ simulatorPort: port })).rejects.toThrow(ConfigurationProblem);
      expect(started).toHaveLength(1);
    } finally {
      taken.close();
    }
  });
});
