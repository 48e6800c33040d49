import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { sccApiKeySchema } from '../credentials/security-cloud-control/api-key.ts';
import type { RefreshTokenRescue } from '../credentials/security-cloud-control/refresh-token-rescue.ts';

/** Systems Manager with time limits of one attempt, in milliseconds: the SDK's own default waits for ever. */
export const parameterStoreClient = () =>
  new SSMClient({ requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 } });

/**
 * The rescue as a `SecureString` parameter of Systems Manager: another service than Secrets Manager, with the same
 * encryption key. There is no parameter as long as nothing needs rescue.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
 */
export function rescueParameter(options: {
  client: SSMClient;
  name: string;
  encryptionKeyArn: string;
}): RefreshTokenRescue {
  const { client, name, encryptionKeyArn } = options;
  return {
    async read() {
      try {
        const { Parameter } = await client.send(
          new GetParameterCommand({ Name: name, WithDecryption: true }),
        );
        return sccApiKeySchema.safeParse(parseJson(Parameter?.Value)).data;
      } catch (error) {
        if (error instanceof ParameterNotFound) return undefined;
        throw error;
      }
    },
    async keep(apiKey) {
      await client.send(
        new PutParameterCommand({
          Name: name,
          Value: JSON.stringify(apiKey),
          Type: 'SecureString',
          KeyId: encryptionKeyArn,
          Overwrite: true,
          // A standard parameter holds 4 KB; this takes the larger kind only if a token needs it.
          Tier: 'Intelligent-Tiering',
        }),
      );
    },
    async discard() {
      try {
        await client.send(new DeleteParameterCommand({ Name: name }));
      } catch (error) {
        if (!(error instanceof ParameterNotFound)) throw error;
      }
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
