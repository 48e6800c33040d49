import { onTestFinished } from 'vitest';
import { seededUsers } from '../../simulators/firewall-manager/seed.ts';
import { startFirewallManagerSimulator } from '../../simulators/firewall-manager/start.ts';
import { tenant } from '../../simulators/firewall-manager/tenant.ts';
import { startSecureAccessSimulator } from '../../simulators/secure-access/start.ts';
import { seededOrganisation } from '../../simulators/security-cloud-control/seed.ts';
import { startSecurityCloudControlSimulator } from '../../simulators/security-cloud-control/start.ts';
import { answer, startHttpTestServer } from './http-test-server.ts';

export const xdrClient = { clientId: 'client-local', clientPassword: 'local-password' };

/** Every cloud of one organisation, until the test ends. */
export async function startSimulatedClouds() {
  const [secureAccess, securityCloudControl, firewallManager] = await Promise.all([
    startSecureAccessSimulator(),
    startSecurityCloudControlSimulator(),
    startFirewallManagerSimulator(),
  ]);
  onTestFinished(async () => {
    await Promise.all([secureAccess.close(), securityCloudControl.close(), firewallManager.close()]);
  });
  const xdr = { grantedScopes: 'enrich:read inspect' };
  const rightPassword = `Basic ${btoa(`${xdrClient.clientId}:${xdrClient.clientPassword}`)}`;
  const xdrServer = await startHttpTestServer(({ headers }) =>
    headers.authorization === rightPassword
      ? answer(200, { access_token: 'xdr-token', expires_in: 600, scope: xdr.grantedScopes })
      : answer(401, { error: 'invalid_client', error_description: 'unknown client', trace_id: 't-1' }),
  );

  return {
    secureAccess: secureAccess.control,
    securityCloudControl: securityCloudControl.control,
    firewallManager: firewallManager.control,
    xdr,
    /** An organisation that is configured for all of them. */
    organisation: {
      secureAccess: {
        edition: 'global',
        baseUrl: secureAccess.url,
        keyRotation: { everyDays: 30, lifetimeDays: 60 },
        logBucketKeyRotation: {},
      },
      securityCloudControl: { organizationId: seededOrganisation.id, baseUrl: securityCloudControl.url },
      firewallManager: {
        region: 'us',
        baseUrl: firewallManager.url,
        tenantUid: tenant.uid,
        apiUserUids: [seededUsers.first.uid, seededUsers.second.uid],
      },
      xdr: { region: 'us', baseUrl: xdrServer.url.origin, clientCreatedOn: '2026-11-01' },
    },
  };
}

export type SimulatedClouds = Awaited<ReturnType<typeof startSimulatedClouds>>;
