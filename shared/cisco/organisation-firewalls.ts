import type { DeploymentConfiguration } from '../config/deployment-configuration.ts';
import type { OrganisationName } from '../config/names.ts';
import type { CommonObjectsGroup } from '../config/network-group.ts';
import type { Organisation } from '../config/organisation.ts';
import type { TokenSource } from '../credentials/access-token.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { DeploymentRecords } from '../firewalls/deployment-records.ts';
import type { FirewallDeployments } from '../firewalls/firewall-deployments.ts';
import type { GroupUsages } from '../firewalls/group-usage.ts';
import { unprovenGroupUsages } from '../firewalls/unproven-group-usages.ts';
import { usagesWithFailures } from '../firewalls/usages-with-failures.ts';
import type { Clock } from '../time/clock.ts';
import type { Sleep } from '../time/sleep.ts';
import {
  type ApiTokenSource,
  type FirewallManagerClient,
  firewallManagerClient,
} from './firewall-manager/authorised-client.ts';
import { firewallManagerBaseUrl } from './firewall-manager/base-url.ts';
import { firewallManagerDeployments } from './firewall-manager/deployments/firewall-manager-deployments.ts';
import { firewallGroupUsages } from './firewall-manager/firewall-group-usages.ts';
import { httpClient } from './http/http-client.ts';
import {
  type ObjectsClient,
  objectsClient,
} from './security-cloud-control/network-objects/objects-client.ts';
import { objectsUrl } from './security-cloud-control/network-objects/objects-url.ts';
import { atPlatformPace, platformHttpOptions } from './security-cloud-control/platform-pace.ts';

/** Where the tokens come from by which groups are written and deployed. */
export interface FirewallTokens {
  readonly platform: (organisation: OrganisationName) => TokenSource;
  readonly firewallManager: (organisation: OrganisationName) => ApiTokenSource;
}

export interface FirewallContext {
  readonly configuration: Pick<DeploymentConfiguration, 'organisations'>;
  readonly tokens: FirewallTokens;
  /** Where deployments to firewalls are written down: one that failed is told with what waits for it. */
  readonly deploymentRecordsOf: (organisation: OrganisationName) => DeploymentRecords;
  /** Ends every call. */
  readonly signal?: AbortSignal;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** The groups of organisations and the firewalls that use them, each called at the pace that its API allows. */
export interface OrganisationFirewalls {
  /** @throws ConfigurationProblem when the organisation is not in Security Cloud Control */
  commonObjects(group: Pick<CommonObjectsGroup, 'organisation' | 'region' | 'baseUrl'>): ObjectsClient;
  /** What the organisation's firewalls make of groups; nobody can tell where it has no Firewall Manager. */
  groupUsages(organisation: OrganisationName): GroupUsages;
  /** Deploys to the organisation's firewalls; nothing where it has no Firewall Manager. */
  firewallDeployments(organisation: OrganisationName): FirewallDeployments | undefined;
}

export function organisationFirewalls(context: FirewallContext): OrganisationFirewalls {
  const { configuration, tokens, deploymentRecordsOf, signal, clock, sleep } = context;
  const http = httpClient(context, { ...platformHttpOptions, ...(signal && { signal }) });
  const pacedHttp = atPlatformPace(http, context);
  return {
    commonObjects({ organisation: name, region, baseUrl }) {
      const { securityCloudControl } = settingsOf(name);
      if (!securityCloudControl) {
        throw new ConfigurationProblem(
          `Organisation ${name} has a network group and no "securityCloudControl". Add it and deploy again.`,
        );
      }
      return objectsClient({
        http: pacedHttp,
        tokens: tokens.platform(name),
        baseUrl: objectsUrl({ region, baseUrl: baseUrl ?? securityCloudControl.baseUrl }),
        organizationId: securityCloudControl.organizationId,
        organisation: name,
      });
    },

    groupUsages(name) {
      const client = firewallManagerOf(name);
      if (!client) return unprovenGroupUsages;
      return usagesWithFailures(firewallGroupUsages({ client, clock, sleep }), deploymentRecordsOf(name));
    },

    firewallDeployments(name) {
      const client = firewallManagerOf(name);
      return client && firewallManagerDeployments({ client, clock, sleep });
    },
  };

  function firewallManagerOf(name: OrganisationName): FirewallManagerClient | undefined {
    const { firewallManager } = settingsOf(name);
    if (!firewallManager) return undefined;
    const baseUrl = firewallManagerBaseUrl(firewallManager);
    return firewallManagerClient({ http, tokens: tokens.firewallManager(name), baseUrl });
  }

  function settingsOf(name: OrganisationName): Organisation {
    const organisation = configuration.organisations[name];
    if (!organisation) throw new ConfigurationProblem(`The configuration has no organisation "${name}".`);
    return organisation;
  }
}
