import { xdrPlatformUrl } from '../../cisco/xdr/regions.ts';
import { requestXdrAccessToken, xdrClientSchema } from '../../cisco/xdr/request-access-token.ts';
import { uncoveredScopes } from '../../cisco/xdr/scopes.ts';
import type { Organisation } from '../../config/organisation.ts';
import type { CredentialId } from './credential-id.ts';
import type { CredentialObservation } from './credential-observation.ts';
import { credentialSecretName } from './credential-secret-name.ts';
import type { HealthPorts } from './health-ports.ts';
import { proofFromError } from './proof-from-error.ts';

/** Looks at an XDR client with a token request: the granted scopes shrink when its owner loses rights. */
export async function observeXdr(
  credential: CredentialId,
  xdr: NonNullable<Organisation['xdr']>,
  ports: HealthPorts,
): Promise<CredentialObservation> {
  const createdAt = new Date(xdr.clientCreatedOn);
  try {
    const secretName = credentialSecretName(ports.stage, credential);
    const { value: client } = await ports.secrets.read(secretName, xdrClientSchema);
    const { scopes } = await requestXdrAccessToken(ports.http, xdrPlatformUrl(xdr), client);
    return {
      credential,
      proof: { kind: 'works' },
      createdAt,
      missingScopes: uncoveredScopes(scopes, xdr.scopes),
    };
  } catch (error) {
    return { credential, proof: proofFromError(error), createdAt };
  }
}
