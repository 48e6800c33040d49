import type { CredentialId } from './credential-id.ts';
import type { CredentialObservation } from './credential-observation.ts';
import { credentialSecretName } from './credential-secret-name.ts';
import type { HealthPorts } from './health-ports.ts';
import { renewalStep } from './next-step.ts';

/** Cisco ends the key of a log bucket this long after it was made. */
const logBucketKeyLifeDays = 90;

/**
 * Looks at a key that nobody but its rotator may read: whether it is there, and since when. Whether it works shows
 * in the daily run of the rotator, which ends in a dead-letter queue with an alarm when it does not.
 */
export async function observeStoredKey(
  credential: CredentialId & { readonly kind: 'secure-access-key-admin-key' | 'log-bucket-key' },
  ports: HealthPorts,
): Promise<CredentialObservation> {
  const createdAt = await ports.storedAt(credentialSecretName(ports.stage, credential));
  if (!createdAt) {
    const message = `nothing has been stored yet. ${renewalStep(credential)}`;
    return { credential, proof: { kind: 'fails', message } };
  }
  const rotator = credential.kind === 'log-bucket-key' ? 'rotate-log-bucket-key' : 'rotate-secure-access-key';
  return {
    credential,
    proof: { kind: 'not-tried', reason: `only ${rotator} may read it; when it fails, its alarm rings.` },
    createdAt,
    ...(credential.kind === 'log-bucket-key' && {
      expiresAt: new Date(createdAt.getTime() + logBucketKeyLifeDays * 86_400_000),
    }),
  };
}
