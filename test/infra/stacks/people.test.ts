import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../synthesise.ts';

const { automations, state } = synthesise('account');

describe('files about people', () => {
  it('are encrypted, kept apart by version, and gone after 30 days', () => {
    state.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: {
        'Fn::Join': ['', ['scc-people-example-', { Ref: 'AWS::AccountId' }, '-', { Ref: 'AWS::Region' }]],
      },
      BucketEncryption: Match.objectLike({}),
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [
          Match.objectLike({ ExpirationInDays: 30, NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
        ],
      },
    });
  });

  it('go to the planner as soon as they are dropped, without a function of CDK in between', () => {
    state.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    automations.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: Match.absent(),
      EventPattern: Match.objectLike({ source: ['aws.s3'], 'detail-type': ['Object Created'] }),
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PeoplePlanWorkQueue'), 'Arn'] },
          DeadLetterConfig: Match.objectLike({}),
        }),
      ],
    });
    expect(Object.keys(state.findResources('AWS::Lambda::Function'))).toEqual([]);
  });
});

describe('tasks about people', () => {
  it('that were lost are looked for every hour by the planner', () => {
    automations.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: Match.absent(),
      ScheduleExpression: 'rate(1 hour)',
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PeoplePlanWorkQueue'), 'Arn'] },
          Input: JSON.stringify({ version: 1, task: 'sweep' }),
          DeadLetterConfig: {
            Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PeoplePlanUndelivered'), 'Arn'] },
          },
        }),
      ],
    });
  });

  it.each(['onboard', 'offboard'])(
    'reach the worker of %s one by one, hidden for six times the longest run, and are not soon given up',
    (name) => {
      automations.hasResourceProperties('AWS::SQS::Queue', {
        QueueName: `scc-automations-example-${name}`,
        VisibilityTimeout: 6 * 900,
        RedrivePolicy: Match.objectLike({ maxReceiveCount: 1_000 }),
      });
      automations.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: {
          'Fn::GetAtt': [
            Match.stringLikeRegexp(`^People${name === 'onboard' ? 'Onboard' : 'Offboard'}Queue`),
            'Arn',
          ],
        },
        BatchSize: 1,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
    },
  );
});
