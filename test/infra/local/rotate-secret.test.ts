import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, it } from 'vitest';
import { rotateSecret } from '#infra/local/rotate-secret.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { emulatedAws } from './emulated-aws.ts';

const secretName = 'scc-automations/local/organisations/main/scc-access-token';
const secretArn = `arn:aws:secretsmanager:us-east-1:000000000000:secret:${secretName}-a1b2c3`;
const versionId = 'a'.repeat(32);
const invocation = '/2015-03-31/functions/rotate-scc-token/invocations';

describe('a rotation in the local run', () => {
  let versions: Record<string, string[]>;
  let failingStep: string | undefined;
  const aws = emulatedAws(({ operation, input }) => {
    if (operation === 'DescribeSecret') return { body: { ARN: secretArn, VersionIdsToStages: versions } };
    if (operation !== invocation || input.Step !== failingStep) return undefined;
    return {
      headers: { 'x-amz-function-error': 'Unhandled' },
      body: { errorType: 'ConfigurationProblem', errorMessage: 'The refresh token is not valid.' },
    };
  });
  beforeEach(() => {
    versions = { current: ['AWSCURRENT'] };
    failingStep = undefined;
  });

  const rotate = () =>
    rotateSecret(
      {
        secrets: new SecretsManagerClient(aws.settings),
        functions: new LambdaClient(aws.settings),
      },
      { secretName, rotator: 'rotate-scc-token' },
      () => versionId,
    );

  it('makes an empty pending version, then calls the four steps in the order of Secrets Manager', async () => {
    await rotate();

    expect(aws.calls).toEqual([
      { operation: 'DescribeSecret', input: { SecretId: secretName } },
      {
        operation: 'PutSecretValue',
        input: { SecretId: secretName, ClientRequestToken: versionId, VersionStages: ['AWSPENDING'] },
      },
      ...['createSecret', 'setSecret', 'testSecret', 'finishSecret'].map((Step) => ({
        operation: invocation,
        input: { Step, SecretId: secretArn, ClientRequestToken: versionId },
      })),
    ]);
  });

  it('takes the label off a version that an earlier rotation left pending', async () => {
    versions = { current: ['AWSCURRENT'], left: ['AWSPENDING'] };

    await rotate();

    expect(aws.calls[1]).toEqual({
      operation: 'UpdateSecretVersionStage',
      input: { SecretId: secretName, VersionStage: 'AWSPENDING', RemoveFromVersionId: 'left' },
    });
  });

  it.each(['createSecret', 'setSecret', 'testSecret', 'finishSecret'])(
    'stops when %s fails, and says at which step and why',
    async (step) => {
      failingStep = step;

      await expect(rotate()).rejects.toThrow(
        new GiveUp(
          `rotate-scc-token failed at step ${step} of the rotation: The refresh token is not valid.`,
        ),
      );
      expect(aws.calls.at(-1)?.input.Step).toBe(step);
    },
  );
});
