import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';

/**
 * Makes secrets without a value what they are in AWS: without a version. The emulator gives each secret of a template
 * a current version that is empty text, over which no rotation could promote its first one.
 */
export async function takeAwayEmptyVersions(
  client: SecretsManagerClient,
  secretNames: readonly string[],
): Promise<void> {
  await Promise.all(
    secretNames.map(async (secretName) => {
      const versionId = await emptyVersionOf(client, secretName);
      if (versionId === undefined) return;
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId: secretName,
          VersionStage: 'AWSCURRENT',
          RemoveFromVersionId: versionId,
        }),
      );
    }),
  );
}

async function emptyVersionOf(client: SecretsManagerClient, secretName: string): Promise<string | undefined> {
  try {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: secretName }));
    return answer.SecretString === '' ? answer.VersionId : undefined;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
