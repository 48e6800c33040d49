import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { grantsOf } from '../policies.ts';
import { synthesise } from '../synthesise.ts';

const { automations } = synthesise('account');

/** The secret of one organisation, which stands in the other stack. */
const secretOf = (constructName: string) => ({
  'Fn::ImportValue': Match.stringLikeRegexp(`ExportsOutputFnGetAttSecrets${constructName}Secret`),
});

describe('access tokens of Security Cloud Control', () => {
  it.each(['headquarters', 'branch'])(
    'are rotated every 12 hours for %s, for the first time when a key is there',
    (name) => {
      automations.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
        SecretId: secretOf(`SccAccessTokens${name}`),
        RotationLambdaARN: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RotateSccTokenFunction'), 'Arn'] },
        RotationRules: { ScheduleExpression: 'rate(12 hours)' },
        RotateImmediatelyOnUpdate: false,
      });
    },
  );

  it("may be rotated by this account's Secrets Manager alone", () => {
    automations.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RotateSccTokenFunction'), 'Arn'] },
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
    });
  });

  it('have an alarm on every rotation that fails', () => {
    automations.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'scc-automations-example-rotate-scc-token-failed',
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [
        { Name: 'FunctionName', Value: { Ref: Match.stringLikeRegexp('^RotateSccTokenFunction') } },
      ],
      Threshold: 0,
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^Alarms') }],
    });
  });
});

describe('an API key with rotation "managed"', () => {
  it('is rotated by AWS at least every 15 days, by a role instead of a function', () => {
    automations.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
      SecretId: secretOf('SccApiKeysbranch'),
      RotationLambdaARN: Match.absent(),
      ExternalSecretRotationRoleArn: {
        'Fn::GetAtt': [Match.stringLikeRegexp('^RotateSccTokenManagedRotationRole'), 'Arn'],
      },
      RotationRules: { AutomaticallyAfterDays: 10 },
      RotateImmediatelyOnUpdate: false,
    });
  });

  it('is the only one: rotation "lambda" gives the key no schedule of its own', () => {
    automations.resourceCountIs('AWS::SecretsManager::RotationSchedule', 3);
  });

  it('lets Secrets Manager take the role for that secret of this account', () => {
    automations.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'secretsmanager.amazonaws.com' },
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnEquals: { 'aws:SourceArn': [secretOf('SccApiKeysbranch')] },
            },
          },
        ],
      },
    });
  });

  it('gives the role that one secret, the key through Secrets Manager, and nothing else', () => {
    const grants = grantsOf(automations, 'RotateSccTokenManagedRotationRole');
    const onSecrets = grants.filter(({ action }) => action.startsWith('secretsmanager:'));
    const onKey = grants.filter(({ action }) => action.startsWith('kms:'));

    expect(onSecrets.map(({ action }) => action).toSorted()).toEqual([
      'secretsmanager:DescribeSecret',
      'secretsmanager:GetSecretValue',
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecretVersionStage',
    ]);
    for (const { resources } of onSecrets) {
      expect(resources).toEqual([expect.stringContaining('SecretsSccApiKeysbranchSecret')]);
    }
    for (const { condition } of onKey) expect(condition).toContain('secretsmanager.');
    expect(grants).toHaveLength(onSecrets.length + onKey.length);
  });
});
