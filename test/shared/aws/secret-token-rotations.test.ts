import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { secretTokenRotations } from '#shared/aws/secret-token-rotations.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { answer, type Reaction, startHttpTestServer } from '../cisco/http-test-server.ts';

async function rotationsAnswered(reaction: Reaction) {
  const server = await startHttpTestServer(() => reaction);
  const client = new SecretsManagerClient({
    endpoint: server.url.origin,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return { rotations: secretTokenRotations(client), server };
}

const refusal = (type: string) =>
  answer(400, { __type: type, message: 'refused' }, { 'content-type': 'application/x-amz-json-1.1' });

describe('a rotation that is asked for', () => {
  it('is asked of Secrets Manager by the name of the secret', async () => {
    const { rotations, server } = await rotationsAnswered(answer(200, { Name: 'token', VersionId: '1' }));

    await rotations.begin('token');

    expect(server.calls.map(({ headers, body }) => [headers['x-amz-target'], body])).toEqual([
      ['secretsmanager.RotateSecret', expect.stringContaining('"SecretId":"token"')],
    ]);
  });

  it('may be under way already', async () => {
    const { rotations } = await rotationsAnswered(refusal('InvalidRequestException'));

    await expect(rotations.begin('token')).resolves.toBeUndefined();
  });

  it('of a secret that is not there is a problem of the configuration', async () => {
    const { rotations } = await rotationsAnswered(refusal('ResourceNotFoundException'));

    await expect(rotations.begin('token')).rejects.toThrow(ConfigurationProblem);
  });

  it('that is not allowed is not passed over', async () => {
    const { rotations } = await rotationsAnswered(refusal('AccessDeniedException'));

    await expect(rotations.begin('token')).rejects.toThrow('refused');
  });
});
