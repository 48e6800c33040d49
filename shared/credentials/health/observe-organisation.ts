import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { Organisation } from '../../config/organisation.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import type { BrokenCheck } from './broken-check.ts';
import type { CredentialId } from './credential-id.ts';
import type { CredentialObservation } from './credential-observation.ts';
import type { HealthPorts } from './health-ports.ts';
import { observeFirewallManager } from './observe-firewall-manager.ts';
import { observeSecureAccess } from './observe-secure-access.ts';
import { observeSecurityCloudControl } from './observe-security-cloud-control.ts';
import { observeStoredKey } from './observe-stored-key.ts';
import { observeXdr } from './observe-xdr.ts';

/** Looks at every credential of an organisation; one look that breaks leaves the others alone. */
export async function observeOrganisation(
  name: OrganisationName,
  organisation: Organisation,
  configuration: DeploymentConfiguration,
  ports: HealthPorts,
  reportBroken: (check: BrokenCheck) => void,
): Promise<CredentialObservation[]> {
  const { secureAccess, securityCloudControl, firewallManager, xdr } = organisation;
  const apiKey = credential('secure-access-api-key');
  const sccKey = credential('scc-api-key');
  const keyAdmin = credential('secure-access-key-admin-key');
  const logBucket = credential('log-bucket-key');
  const firewall = credential('firewall-manager-token');
  const client = credential('xdr-client');
  const looks = [
    look([apiKey, credential('secure-access-access-token')], () =>
      observeSecureAccess(name, organisation, configuration, ports),
    ),
    secureAccess.keyRotation && look([keyAdmin], async () => [await observeStoredKey(keyAdmin, ports)]),
    secureAccess.logBucketKeyRotation &&
      look([logBucket], async () => [await observeStoredKey(logBucket, ports)]),
    securityCloudControl &&
      look([sccKey, credential('scc-access-token')], () =>
        observeSecurityCloudControl(name, securityCloudControl, configuration, ports),
      ),
    firewallManager &&
      look([firewall], async () => [await observeFirewallManager(firewall, firewallManager, ports)]),
    xdr && look([client], async () => [await observeXdr(client, xdr, ports)]),
  ];
  return (await Promise.all(looks.filter((one) => one !== undefined))).flat();

  function credential<Kind extends CredentialId['kind']>(kind: Kind): CredentialId & { kind: Kind } {
    return { organisation: name, kind };
  }

  async function look(
    credentials: NonEmptyArray<CredentialId>,
    observe: () => Promise<CredentialObservation[]>,
  ): Promise<CredentialObservation[]> {
    try {
      return await observe();
    } catch (error) {
      reportBroken({ credential: credentials[0], error });
      const reason = 'the check itself broke; the log of check-credentials says why.';
      return credentials.map((one) => ({ credential: one, proof: { kind: 'not-tried', reason } }));
    }
  }
}
