import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  InvalidParameterException,
  InvalidRequestException,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import type { z } from 'zod';
import type { SecretVersions } from '../credentials/secret-versions.ts';

/** One secret in AWS Secrets Manager with its versions. */
export function secretsManagerVersions<T extends object>(
  client: SecretsManagerClient,
  name: string,
  schema: z.ZodType<T>,
): SecretVersions<T> {
  return {
    async read(label) {
      try {
        const answer = await client.send(new GetSecretValueCommand({ SecretId: name, VersionStage: label }));
        const parsed = schema.safeParse(parseJson(answer.SecretString));
        if (!parsed.success || answer.VersionId === undefined) return undefined;
        return { value: parsed.data, versionId: answer.VersionId };
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },

    async put(value, label, versionId) {
      await client.send(
        new PutSecretValueCommand({
          SecretId: name,
          ClientRequestToken: versionId,
          SecretString: JSON.stringify(value),
          VersionStages: [label],
        }),
      );
    },

    async promote(versionId, from) {
      try {
        await client.send(
          new UpdateSecretVersionStageCommand({
            SecretId: name,
            VersionStage: 'AWSCURRENT',
            MoveToVersionId: versionId,
            ...(from === undefined ? {} : { RemoveFromVersionId: from }),
          }),
        );
        return 'promoted';
      } catch (error) {
        // Refused because `from` is not current any more; unless it is ours that is.
        if (!(error instanceof InvalidParameterException || error instanceof InvalidRequestException))
          throw error;
        return (await currentVersionId()) === versionId ? 'promoted' : 'overtaken';
      }
    },
  };

  async function currentVersionId(): Promise<string | undefined> {
    const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId: name }));
    return Object.entries(VersionIdsToStages).find(([, labels]) => labels.includes('AWSCURRENT'))?.[0];
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
