import type { DeploymentConfiguration } from '../../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../../config/names.ts';
import type { TokenSource } from '../../../credentials/access-token.ts';
import { ConfigurationProblem } from '../../../errors/configuration-problem.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { sccPlatformUrl } from '../platform-url.ts';
import { platformOnboarding } from './platform-onboarding.ts';

/**
 * What the configured manager can do for others.
 * @param context.http best at the pace of the platform
 * @throws ConfigurationProblem when the configuration does not have it
 */
export function managerPlatform(
  manager: OrganisationName,
  context: {
    configuration: Pick<DeploymentConfiguration, 'organisations'>;
    http: HttpClient;
    tokensOf: (organisation: OrganisationName) => TokenSource;
  },
): ReturnType<typeof platformOnboarding> {
  const settings = context.configuration.organisations[manager]?.securityCloudControl;
  if (!settings) {
    throw new ConfigurationProblem(
      `The configuration has no organisation "${manager}" with "securityCloudControl".`,
    );
  }
  return platformOnboarding({
    http: context.http,
    tokens: context.tokensOf(manager),
    baseUrl: sccPlatformUrl(settings),
    organizationId: settings.organizationId,
    organisation: manager,
  });
}
