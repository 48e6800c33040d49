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
import type { ReadSecret } from '../credentials/secret-reader.ts';
import type { SecretVersions, VersionLabel } from '../credentials/secret-versions.ts';

/** One secret in AWS Secrets Manager with its versions. */
export function secretsManagerVersions<T extends object>(
  client: SecretsManagerClient,
  name: string,
  schema: z.ZodType<T>,
): SecretVersions<T> {
  return {
    read,

    async put(value, label, versionId) {
      await client.send(
        new PutSecretValueCommand({
          SecretId: name,
          ClientRequestToken: versionId,
          SecretString: JSON.stringify(value),
          VersionStages: [label],
        }),
      );
      await takeFromOthers(label, versionId);
    },

    async promote(versionId, from) {
      const removeFrom = from ?? (await currentWithoutValue());
      try {
        await client.send(
          new UpdateSecretVersionStageCommand({
            SecretId: name,
            VersionStage: 'AWSCURRENT',
            MoveToVersionId: versionId,
            ...(removeFrom === undefined ? {} : { RemoveFromVersionId: removeFrom }),
          }),
        );
        return 'promoted';
      } catch (error) {
        // Refused because `from` is not current any more; unless it is ours that is.
        if (!(error instanceof InvalidParameterException || error instanceof InvalidRequestException))
          throw error;
        return (await versionsWith('AWSCURRENT')).includes(versionId) ? 'promoted' : 'overtaken';
      }
    },
  };

  async function read(label: VersionLabel): Promise<ReadSecret<T> | undefined> {
    try {
      const answer = await client.send(new GetSecretValueCommand({ SecretId: name, VersionStage: label }));
      const parsed = schema.safeParse(parseJson(answer.SecretString));
      if (!parsed.success || answer.VersionId === undefined) return undefined;
      return { value: parsed.data, versionId: answer.VersionId };
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  async function versionsWith(label: VersionLabel): Promise<string[]> {
    const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId: name }));
    return Object.entries(VersionIdsToStages).flatMap(([id, labels]) => (labels.includes(label) ? [id] : []));
  }

  /** AWS moves a label by itself; MiniStack 1.5 leaves it on the former version too, and then reads that one. */
  async function takeFromOthers(label: VersionLabel, versionId: string): Promise<void> {
    for (const other of await versionsWith(label)) {
      if (other === versionId) continue;
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId: name,
          VersionStage: label,
          RemoveFromVersionId: other,
        }),
      );
    }
  }

  /** A current version that cannot be read as a `T`: what a person has stored by mistake, or an emulator's empty one. */
  async function currentWithoutValue(): Promise<string | undefined> {
    const [current] = await versionsWith('AWSCURRENT');
    return current !== undefined && (await read('AWSCURRENT')) === undefined ? current : undefined;
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
