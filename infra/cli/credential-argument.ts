import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import { configuredCredentials } from '#shared/credentials/health/configured-credentials.ts';
import { type CredentialId, credentialIdText } from '#shared/credentials/health/credential-id.ts';
import { WrongUsage } from './wrong-usage.ts';

/** A credential that the configuration knows, with its organisation's settings. */
export interface ConfiguredCredential {
  readonly id: CredentialId;
  readonly text: string;
  readonly organisation: Organisation;
}

/**
 * Looks up what was given as a credential's id.
 * @throws WrongUsage that lists every id; what was given is not repeated, since it may be a secret in the wrong place
 */
export function findCredential(
  given: string | undefined,
  configuration: DeploymentConfiguration,
): ConfiguredCredential {
  const all = configuredCredentials(configuration);
  const id = all.find((one) => credentialIdText(one) === given);
  const organisation = id && configuration.organisations[id.organisation];
  if (id && organisation) return { id, text: credentialIdText(id), organisation };
  const problem = given === undefined ? 'Name a credential' : 'That is no credential of this stack';
  throw new WrongUsage(`${problem}: one of ${all.map(credentialIdText).join(', ')}.`);
}
