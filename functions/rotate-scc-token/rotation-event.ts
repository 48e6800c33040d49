import { z } from 'zod';
import { rotationSteps } from '#shared/credentials/security-cloud-control/rotation-steps.ts';

/**
 * What Secrets Manager calls a rotation function with; the local run sends the same.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export const rotationEventSchema = z.object({
  Step: z.enum(rotationSteps),
  /** The ARN of the access-token secret. */
  SecretId: z.string().min(1),
  ClientRequestToken: z.string().min(32).max(64),
});
