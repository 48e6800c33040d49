import { onTestFinished } from 'vitest';
import { seededUsers } from '../../simulators/firewall-manager/seed.ts';
import { startFirewallManagerSimulator } from '../../simulators/firewall-manager/start.ts';
import { tenant } from '../../simulators/firewall-manager/tenant.ts';
import { startSecureAccessSimulator } from '../../simulators/secure-access/start.ts';
import { seededOrganisation } from '../../simulators/security-cloud-control/seed.ts';
import { startSecurityCloudControlSimulator } from '../../simulators/security-cloud-control/start.ts';
import { seededClient } from '../../simulators/xdr/seed.ts';
import { startXdrSimulator } from '../../simulators/xdr/start.ts';

export const xdrClient = { clientId: seededClient.clientId, clientPassword: seededClient.clientPassword };

/** Every cloud of one organisation, until the test ends. */
export async function startSimulatedClouds() {
  const [secureAccess, securityCloudControl, firewallManager, xdr] = await Promise.all([
    startSecureAccessSimulator(),
    startSecurityCloudControlSimulator(),
    startFirewallManagerSimulator(),
    startXdrSimulator(),
  ]);
  onTestFinished(async () => {
    const simulators = [secureAccess, securityCloudControl, firewallManager, xdr];
    await Promise.all(simulators.map((simulator) => simulator.close()));
  });

  return {
    secureAccess: secureAccess.control,
    securityCloudControl: securityCloudControl.control,
    firewallManager: firewallManager.control,
    xdr: xdr.control,
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
      xdr: { region: 'us', baseUrl: xdr.url, clientCreatedOn: '2026-11-01' },
    },
  };
}

export type SimulatedClouds = Awaited<ReturnType<typeof startSimulatedClouds>>;
