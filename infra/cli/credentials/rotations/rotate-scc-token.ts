import { RotateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { listSecretVersions } from '#shared/aws/secret-version-list.ts';
import { credentialSecretName } from '#shared/credentials/health/credential-secret-name.ts';
import { isVersionOf } from '#shared/credentials/security-cloud-control/rotation-version.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { resourceName } from '../../../constructs/resource-name.ts';
import { rotateSecret } from '../../../local/rotate-secret.ts';
import type { TargetStack } from '../../target-stack.ts';
import type { RunRotation } from './run-rotation.ts';

/** Longer than the function may run. */
const longestWaitMilliseconds = 180_000;
const pollMilliseconds = 2_000;

/**
 * Rotates the access token of Security Cloud Control, which refreshes the key too: the one does not go without the
 * other. On AWS, Secrets Manager calls the steps of the rotation; an emulator does not, so we do.
 */
export const rotateSccToken: RunRotation = async ({ id }, stack) => {
  const { stage } = stack.configuration;
  const secretName = credentialSecretName(stage, { ...id, kind: 'scc-access-token' });
  if (stack.kind === 'local') {
    await rotateSecret(stack, { secretName, rotator: resourceName(stage, 'rotate-scc-token') });
  } else {
    await rotateBySecretsManager(stack, secretName);
  }
  return 'refreshed, and the access token replaced';
};

async function rotateBySecretsManager({ secrets, configuration }: TargetStack, secretName: string) {
  const { VersionId: rotation = '' } = await secrets.send(new RotateSecretCommand({ SecretId: secretName }));
  const endsAt = systemClock.now().getTime() + longestWaitMilliseconds;
  do {
    const versions = await listSecretVersions(secrets, secretName);
    const current = versions.find(({ labels }) => labels.includes('AWSCURRENT'));
    if (current && isVersionOf(rotation, current.versionId)) return;
    await realSleep(pollMilliseconds);
  } while (systemClock.now().getTime() < endsAt);
  throw new GiveUp(
    `The rotation has not ended within ${longestWaitMilliseconds / 1000} seconds; Secrets Manager tries it again by itself. Why it failed, the log says: aws logs tail /scc-automations/${configuration.stage}/rotate-scc-token`,
  );
}
