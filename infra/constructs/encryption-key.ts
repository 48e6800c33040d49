import { type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { StageName } from '#shared/config/names.ts';
import { resourceName } from './resource-name.ts';

/**
 * The one customer-managed key of a deployment: table, secrets, queues, alarms and logs.
 * Its policy is complete here. Functions get their use of it in their own roles (`permissions.ts`);
 * the AWS services below act by themselves and can only be let in by the key.
 */
export class EncryptionKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, props: { stage: StageName; removalPolicy: RemovalPolicy }) {
    super(scope, id);
    const { account, region, partition } = Stack.of(this);

    this.key = new Key(this, 'Key', {
      alias: resourceName(props.stage, 'data'),
      description: `SCC Automations ${props.stage}: table, secrets, queues, alarms and logs`,
      enableKeyRotation: true,
      removalPolicy: props.removalPolicy,
    });

    // Rules put events into encrypted queues. EventBridge names the account here, but not the rule.
    this.admit('events.amazonaws.com', ['kms:Decrypt', 'kms:GenerateDataKey'], {
      StringEquals: { 'aws:SourceAccount': account },
    });
    // Alarms publish to an encrypted topic. CloudWatch names neither account nor alarm when it asks for the key.
    // https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
    this.admit('cloudwatch.amazonaws.com', ['kms:Decrypt', 'kms:GenerateDataKey'], {});
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    this.admit(
      `logs.${region}.amazonaws.com`,
      [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*scc-automations/${props.stage}/*`,
        },
      },
    );
  }

  private admit(service: string, actions: string[], conditions: Record<string, Record<string, string>>) {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(service)],
        actions,
        // In a key policy, * means this key.
        resources: ['*'],
        conditions,
      }),
    );
  }
}
