import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { CommonObjectsGroup } from '#shared/config/network-group.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import { mayReadSecrets, mayRequestRotation } from './permissions.ts';
import { secretsOfOwners } from './secrets-of-owners.ts';

type Groups = Pick<DeploymentConfiguration, 'networkGroups'>;

/**
 * Writing network groups and learning what the firewalls make of them: reading the access tokens of their owners, and
 * having one of Security Cloud Control made anew that is refused. Nothing where there are no such groups.
 */
export function mayWriteNetworkGroups(state: StateStack, configuration: Groups): PolicyStatement[] {
  return mayActForOwners(state, commonObjectsGroups(configuration));
}

/** The same for groups that are deployed by themselves only. */
export function mayDeployNetworkGroups(state: StateStack, configuration: Groups): PolicyStatement[] {
  return mayActForOwners(
    state,
    commonObjectsGroups(configuration).filter(({ deploy }) => deploy === 'auto'),
  );
}

function mayActForOwners({ secrets }: StateStack, groups: readonly CommonObjectsGroup[]): PolicyStatement[] {
  const owners = groups.map(({ organisation }) => organisation);
  const platformTokens = secretsOfOwners(secrets.sccAccessTokens, owners);
  return [
    mayReadSecrets(platformTokens),
    mayReadSecrets(secretsOfOwners(secrets.firewallManagerTokens, owners)),
    mayRequestRotation(platformTokens),
  ].filter(({ resources }) => resources.length > 0);
}

function commonObjectsGroups({ networkGroups }: Groups): CommonObjectsGroup[] {
  return Object.values(networkGroups).filter((group) => group.kind === 'network-group');
}
