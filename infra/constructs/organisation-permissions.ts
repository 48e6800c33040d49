import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import { mayReadSecrets, mayRequestRotation } from './permissions.ts';
import { secretsOfOwners } from './secrets-of-owners.ts';

/**
 * Reading the access token of the manager organisation, and having it made anew when it is refused: Secrets Manager's
 * rotation mints it.
 */
export function mayActForManager(
  { secrets }: StateStack,
  { organisationOnboarding }: Pick<DeploymentConfiguration, 'organisationOnboarding'>,
): PolicyStatement[] {
  const owners = organisationOnboarding ? [organisationOnboarding.manager] : [];
  const tokens = secretsOfOwners(secrets.sccAccessTokens, owners);
  return [mayReadSecrets(tokens), mayRequestRotation(tokens)];
}
