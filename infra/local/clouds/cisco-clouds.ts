import type { XdrClient } from '#shared/cisco/xdr/request-access-token.ts';
import type { Cloud } from './cloud.ts';
import {
  type FirewallManagerCredentials,
  startSimulatedFirewallManager,
  useFirewallManagerAt,
} from './firewall-manager.ts';
import {
  type SecureAccessCredentials,
  startSimulatedSecureAccess,
  useSecureAccessAt,
} from './secure-access.ts';
import {
  type SecurityCloudControlCredentials,
  startSimulatedSecurityCloudControl,
  useSecurityCloudControlAt,
} from './security-cloud-control.ts';
import { startSimulatedXdr, useXdrAt } from './xdr.ts';

/** Clouds to call instead of the simulators, by address. */
export interface CloudUrls {
  readonly secureAccessUrl?: string | undefined;
  readonly securityCloudControlUrl?: string | undefined;
  readonly firewallManagerUrl?: string | undefined;
  readonly xdrUrl?: string | undefined;
}

/** Every cloud of Cisco that the local system calls. */
export interface CiscoClouds {
  readonly secureAccess: Cloud<SecureAccessCredentials>;
  readonly securityCloudControl: Cloud<SecurityCloudControlCredentials>;
  readonly firewallManager: Cloud<FirewallManagerCredentials>;
  readonly xdr: Cloud<XdrClient>;
}

export interface CiscoCloudsOptions extends CloudUrls {
  /** Port of the first simulator; the others take the ports after it. 0 takes any that are free. */
  readonly simulatorPort: number;
  /** Where the credentials of a given cloud are read. */
  readonly environment: NodeJS.ProcessEnv;
  /** Told of each cloud as soon as there is one, so that it is stopped even when the next does not start. */
  readonly started: (cloud: Cloud<unknown>) => void;
}

/**
 * Starts a simulator for each cloud that no address is given for.
 * @throws ConfigurationProblem when a port is taken
 */
export async function startCiscoClouds(options: CiscoCloudsOptions): Promise<CiscoClouds> {
  const { simulatorPort, environment } = options;
  const { secureAccessUrl, securityCloudControlUrl, firewallManagerUrl, xdrUrl } = options;
  const portAfterFirst = (count: number) => (simulatorPort === 0 ? 0 : simulatorPort + count);
  const keep = <Credentials>(cloud: Cloud<Credentials>) => {
    options.started(cloud);
    return cloud;
  };
  return {
    secureAccess: keep(
      secureAccessUrl === undefined
        ? await startSimulatedSecureAccess(portAfterFirst(0))
        : useSecureAccessAt(secureAccessUrl, environment),
    ),
    securityCloudControl: keep(
      securityCloudControlUrl === undefined
        ? await startSimulatedSecurityCloudControl(portAfterFirst(1))
        : useSecurityCloudControlAt(securityCloudControlUrl, environment),
    ),
    firewallManager: keep(
      firewallManagerUrl === undefined
        ? await startSimulatedFirewallManager(portAfterFirst(2))
        : useFirewallManagerAt(firewallManagerUrl, environment),
    ),
    xdr: keep(
      xdrUrl === undefined ? await startSimulatedXdr(portAfterFirst(3)) : useXdrAt(xdrUrl, environment),
    ),
  };
}
