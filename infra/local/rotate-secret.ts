import { randomUUID } from 'node:crypto';
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeSecretCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';
import {
  type RotationStep,
  rotationSteps,
} from '#shared/credentials/security-cloud-control/rotation-steps.ts';
import { GiveUp } from '#shared/errors/give-up.ts';

export interface RotationClients {
  readonly secrets: SecretsManagerClient;
  readonly functions: LambdaClient;
}

export interface SecretToRotate {
  readonly secretName: string;
  /** Name or ARN of the function that takes the rotation steps. */
  readonly rotator: string;
}

/**
 * Rotates a secret as Secrets Manager does: makes a version that is pending and empty, then calls the rotation
 * function with its four steps, one after the other. The emulator's own `RotateSecret` never calls the function.
 * @param newVersionId makes the `ClientRequestToken`, which names the rotation and the version it makes
 * @throws GiveUp naming the step that failed and why; the version that is current then stays so
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export async function rotateSecret(
  clients: RotationClients,
  { secretName, rotator }: SecretToRotate,
  newVersionId: () => string = randomUUID,
): Promise<void> {
  const clientRequestToken = newVersionId();
  const secretArn = await makePendingVersion(clients.secrets, secretName, clientRequestToken);
  for (const step of rotationSteps) {
    const event = { Step: step, SecretId: secretArn, ClientRequestToken: clientRequestToken };
    await callRotator(clients.functions, rotator, step, event);
  }
}

/** @returns the secret's ARN */
async function makePendingVersion(
  client: SecretsManagerClient,
  secretName: string,
  versionId: string,
): Promise<string> {
  const secret = await client.send(new DescribeSecretCommand({ SecretId: secretName }));
  // A label moves to the version that it is given to; in the emulator it would stay with the earlier one as well.
  for (const [otherVersionId, labels] of Object.entries(secret.VersionIdsToStages ?? {})) {
    if (!labels.includes('AWSPENDING')) continue;
    await client.send(
      new UpdateSecretVersionStageCommand({
        SecretId: secretName,
        VersionStage: 'AWSPENDING',
        RemoveFromVersionId: otherVersionId,
      }),
    );
  }
  await client.send(
    new PutSecretValueCommand({
      SecretId: secretName,
      ClientRequestToken: versionId,
      VersionStages: ['AWSPENDING'],
    }),
  );
  if (secret.ARN === undefined) throw new GiveUp(`The emulator described ${secretName} without its ARN.`);
  return secret.ARN;
}

const failureSchema = z.object({ errorMessage: z.string() });

async function callRotator(
  client: LambdaClient,
  rotator: string,
  step: RotationStep,
  event: object,
): Promise<void> {
  const answer = await client.send(
    new InvokeCommand({ FunctionName: rotator, Payload: JSON.stringify(event) }),
  );
  if (answer.FunctionError === undefined) return;
  const failure = failureSchema.safeParse(parseJson(Buffer.from(answer.Payload ?? []).toString('utf8')));
  const reason = failure.success ? failure.data.errorMessage : answer.FunctionError;
  throw new GiveUp(`${rotator} failed at step ${step} of the rotation: ${reason}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
