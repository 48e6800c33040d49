import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { AnnouncementTopic, type AnnouncementTopicProps } from './announcement-topic.ts';

/** Where every alarm of the deployment is announced. */
export class AlarmTopic extends AnnouncementTopic {
  constructor(scope: Construct, id: string, props: Omit<AnnouncementTopicProps, 'name'>) {
    super(scope, id, { ...props, name: 'alarms' });
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
  }
}
