import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { StageName } from '#shared/config/names.ts';
import { acknowledge } from './acknowledge.ts';
import { resourceName } from './resource-name.ts';

export interface AnnouncementTopicProps {
  readonly stage: StageName;
  /** `approvals` becomes the topic `scc-automations-<stage>-approvals`. */
  readonly name: string;
  readonly key: IKey;
  readonly requireTls: boolean;
  /** @default nobody is subscribed; subscribe a mailbox or a chat to the topic yourself. */
  readonly email?: string | undefined;
}

/** Where messages for people are published. */
export class AnnouncementTopic extends Topic {
  constructor(scope: Construct, id: string, { stage, name, key, requireTls, email }: AnnouncementTopicProps) {
    super(scope, id, { topicName: resourceName(stage, name), masterKey: key, enforceSSL: requireTls });
    if (email === undefined) return;
    acknowledge(this.addSubscription(new EmailSubscription(email)), {
      'Serverless-SNSRedrivePolicy':
        'A mail that cannot be delivered does not undo what it announces: an alarm stays on, what is held stays held.',
    });
  }
}
