import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { SecretReader } from '../credentials/secret-reader.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';

/** Reads secrets from AWS Secrets Manager. */
export function secretsManagerReader(client: SecretsManagerClient): SecretReader {
  return {
    async read(name, schema) {
      const answer = await client.send(new GetSecretValueCommand({ SecretId: name })).catch((cause) => {
        if (!(cause instanceof ResourceNotFoundException)) throw cause;
        throw new ConfigurationProblem(
          `The secret ${name} does not exist or has no value yet. Store its value, then try again.`,
          { cause },
        );
      });
      const parsed = schema.safeParse(parseJson(answer.SecretString));
      if (!parsed.success || answer.VersionId === undefined) {
        // The parse error is not kept as cause: it may quote the value.
        const wrong = parsed.error?.issues.map((issue) => issue.path.join('.') || '(whole value)').join(', ');
        throw new ConfigurationProblem(
          `The secret ${name} is not of the expected form: look at ${wrong || 'its version'}. Store it again as JSON with those members.`,
        );
      }
      return { value: parsed.data, versionId: answer.VersionId };
    },
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
