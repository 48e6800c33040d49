import { type CreatedSecret, createSecret } from './create-secret.ts';
import { finishSecret } from './finish-secret.ts';
import type { RotationPorts } from './rotation-ports.ts';
import { testSecret } from './test-secret.ts';

/**
 * The steps in which Secrets Manager rotates a secret, in its order. When one fails, it begins again with the first.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export const rotationSteps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

export type RotationStep = (typeof rotationSteps)[number];

/** What a step did, without any credential. */
export type RotationStepResult = CreatedSecret | { readonly kind: 'nothing-to-set' | 'proved' | 'finished' };

/**
 * Runs one step of a rotation of the access token. Each may be repeated, and be cut off anywhere.
 * @param clientRequestToken names the rotation, and the version that it makes
 */
export async function runRotationStep(
  step: RotationStep,
  clientRequestToken: string,
  ports: RotationPorts,
): Promise<RotationStepResult> {
  switch (step) {
    case 'createSecret':
      return createSecret(clientRequestToken, ports);
    case 'setSecret':
      // For databases: there, the new password is set now. Here the platform has issued the token itself.
      return { kind: 'nothing-to-set' };
    case 'testSecret':
      await testSecret(clientRequestToken, ports);
      return { kind: 'proved' };
    case 'finishSecret':
      await finishSecret(clientRequestToken, ports);
      return { kind: 'finished' };
  }
}
