import {
  InvalidRequestException,
  ResourceNotFoundException,
  RotateSecretCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { TokenRotations } from '../credentials/security-cloud-control/token-rotations.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';

/**
 * Rotations that Secrets Manager carries out by the function that the secret names.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
 */
export function secretTokenRotations(client: SecretsManagerClient): TokenRotations {
  return {
    async begin(secretName) {
      try {
        await client.send(new RotateSecretCommand({ SecretId: secretName }));
      } catch (error) {
        // A rotation that is under way makes another one an invalid request; its end is what is waited for.
        if (error instanceof InvalidRequestException) return;
        if (!(error instanceof ResourceNotFoundException)) throw error;
        throw new ConfigurationProblem(
          `There is no secret ${secretName}. The deployment makes it: deploy the present configuration, and look at region and account.`,
          { cause: error },
        );
      }
    },
  };
}
