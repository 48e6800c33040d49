import {
  ListSecretVersionIdsCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';

/** A version of a secret, without its value. */
export interface SecretVersionFacts {
  readonly versionId: string;
  /** `AWSCURRENT`, `AWSPREVIOUS`, `AWSPENDING`, or one of our own. */
  readonly labels: readonly string[];
  readonly createdAt: Date | undefined;
}

/**
 * The labelled versions of a secret, newest first. A version without a label is on its way out and left out.
 * @throws ConfigurationProblem when there is no such secret
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html
 */
export async function listSecretVersions(
  client: SecretsManagerClient,
  name: string,
): Promise<SecretVersionFacts[]> {
  const { Versions = [] } = await client
    .send(new ListSecretVersionIdsCommand({ SecretId: name, MaxResults: 100 }))
    .catch((cause) => {
      if (!(cause instanceof ResourceNotFoundException)) throw cause;
      throw new ConfigurationProblem(
        `There is no secret ${name}. The deployment makes it: deploy the present configuration, and look at region and account.`,
        { cause },
      );
    });
  return Versions.flatMap(({ VersionId, VersionStages = [], CreatedDate }) =>
    VersionId === undefined || VersionStages.length === 0
      ? []
      : [{ versionId: VersionId, labels: VersionStages, createdAt: CreatedDate }],
  ).toSorted((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0));
}

/** When the current value was stored; nothing when there is none yet. */
export async function currentVersionStoredAt(
  client: SecretsManagerClient,
  name: string,
): Promise<Date | undefined> {
  const versions = await listSecretVersions(client, name);
  return versions.find(({ labels }) => labels.includes('AWSCURRENT'))?.createdAt;
}
