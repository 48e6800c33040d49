import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { takeAwayEmptyVersions } from '#infra/local/empty-versions.ts';
import { emulatedAws } from './emulated-aws.ts';

const notFound = { status: 400, body: { __type: 'ResourceNotFoundException', message: 'no version' } };

describe('secrets that a template has just made', () => {
  const aws = emulatedAws(({ operation, input }) => {
    if (operation !== 'GetSecretValue') return undefined;
    switch (input.SecretId) {
      case 'empty':
        return { body: { VersionId: 'v1', SecretString: '' } };
      case 'stored':
        return { body: { VersionId: 'v2', SecretString: '{"key":"k"}' } };
      default:
        return notFound;
    }
  });

  it('lose a current version that is empty text, keep one that was stored, and may have none, as in AWS', async () => {
    await takeAwayEmptyVersions(new SecretsManagerClient(aws.settings), ['empty', 'stored', 'none']);

    expect(aws.calls.filter(({ operation }) => operation !== 'GetSecretValue')).toEqual([
      {
        operation: 'UpdateSecretVersionStage',
        input: { SecretId: 'empty', VersionStage: 'AWSCURRENT', RemoveFromVersionId: 'v1' },
      },
    ]);
  });
});
