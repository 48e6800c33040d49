import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { StageName } from '#shared/config/names.ts';
import { acknowledge } from './acknowledge.ts';
import { resourceName } from './resource-name.ts';

export interface AlarmTopicProps {
  readonly stage: StageName;
  readonly key: IKey;
  readonly requireTls: boolean;
  /** @default nobody is subscribed; subscribe a pager or a chat to the topic yourself. */
  readonly email?: string | undefined;
}

/** Where every alarm of the deployment is announced. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id, {
      topicName: resourceName(props.stage, 'alarms'),
      masterKey: props.key,
      enforceSSL: props.requireTls,
    });
    // A topic with a policy of its own loses the default one, by which alarms of the account may publish.
    // https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
    const { account, region, partition } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: {
          ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
          StringEquals: { 'aws:SourceAccount': account },
        },
      }),
    );
    if (props.email !== undefined) {
      acknowledge(this.addSubscription(new EmailSubscription(props.email)), {
        'Serverless-SNSRedrivePolicy':
          'A mail that cannot be delivered leaves the alarm itself, which stays on until the queue is empty.',
      });
    }
  }
}
