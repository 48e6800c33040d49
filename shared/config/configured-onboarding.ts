import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { DeploymentConfiguration } from './deployment-configuration.ts';
import type { OrganisationOnboardingSettings } from './organisation-onboarding.ts';

/**
 * What is configured about making organisations, for a function that exists for nothing else.
 * @throws ConfigurationProblem when nothing is
 */
export function configuredOnboarding({
  organisationOnboarding,
}: Pick<DeploymentConfiguration, 'organisationOnboarding'>): OrganisationOnboardingSettings {
  if (organisationOnboarding) return organisationOnboarding;
  throw new ConfigurationProblem(
    'The configuration has no "organisationOnboarding", so that this function has nothing to do. Configure it and deploy again.',
  );
}
