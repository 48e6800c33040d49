import { apiBaseUrl } from '../../cisco/secure-access/editions.ts';
import { probeScopes } from '../../cisco/secure-access/probe-scopes.ts';
import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import type { OrganisationName } from '../../config/names.ts';
import type { Organisation } from '../../config/organisation.ts';
import { readStoredToken } from '../read-stored-token.ts';
import type { CredentialId } from './credential-id.ts';
import type { CredentialObservation, Proof } from './credential-observation.ts';
import { credentialSecretName } from './credential-secret-name.ts';
import type { HealthPorts } from './health-ports.ts';
import { neededScopes } from './needed-scopes.ts';
import { renewalStep } from './next-step.ts';
import { proofFromError, proofOf } from './proof-from-error.ts';

/**
 * Looks at the API key and the access token of Secure Access or Umbrella together, since one proves the other:
 *  1. Have a token minted although the present one is good: a token that was kept would prove nothing about the key.
 *  2. Make one cheap read for each scope that the configuration needs.
 */
export async function observeSecureAccess(
  name: OrganisationName,
  organisation: Organisation,
  configuration: DeploymentConfiguration,
  ports: HealthPorts,
): Promise<CredentialObservation[]> {
  const apiKey: CredentialId = { organisation: name, kind: 'secure-access-api-key' };
  const accessToken: CredentialId = { organisation: name, kind: 'secure-access-access-token' };
  const keyStoredAt = await ports.storedAt(credentialSecretName(ports.stage, apiKey));
  if (!keyStoredAt) {
    const proof: Proof = { kind: 'fails', message: `no API key has been stored yet. ${renewalStep(apiKey)}` };
    return [
      { credential: apiKey, proof },
      { credential: accessToken, proof },
    ];
  }
  const tokenSecret = credentialSecretName(ports.stage, accessToken);
  const earlier = await readStoredToken(ports.secrets, tokenSecret);
  const minted = await proofOf(() => ports.minter.mint(name, earlier?.versionId));
  const stored = await readStoredToken(ports.secrets, tokenSecret);
  const { probes, unprovable } = neededScopes(configuration, name);
  const { proof, missingScopes } = stored
    ? await probe(() => probeScopes(ports.http, apiBaseUrl(organisation), stored.value.accessToken, probes))
    : { proof: minted, missingScopes: [] };
  const { keyExpiresAt, expiresAt, mintedAt } = stored?.value ?? {};
  return [
    {
      credential: apiKey,
      proof: minted,
      createdAt: keyStoredAt,
      ...(keyExpiresAt && { expiresAt: new Date(keyExpiresAt) }),
      missingScopes,
      unprovedScopes: unprovable,
    },
    {
      credential: accessToken,
      proof,
      ...(mintedAt && { createdAt: new Date(mintedAt) }),
      ...(expiresAt && { expiresAt: new Date(expiresAt) }),
    },
  ];
}

async function probe(attempt: () => Promise<string[]>): Promise<{ proof: Proof; missingScopes: string[] }> {
  try {
    return { missingScopes: await attempt(), proof: { kind: 'works' } };
  } catch (error) {
    return { proof: proofFromError(error), missingScopes: [] };
  }
}
