import { Duration, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageName } from '#shared/config/names.ts';
import type { Safeguards } from '../stacks/safeguards.ts';
import { acknowledge } from './acknowledge.ts';

/** Where the personnel department drops its files: `<source>/<name>.csv`. Each new object is told to EventBridge. */
export class PeopleFilesBucket extends Bucket {
  constructor(scope: Construct, id: string, props: { stage: StageName; key: IKey; safeguards: Safeguards }) {
    super(scope, id, {
      bucketName: nameOf(Stack.of(scope), props.stage),
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: props.safeguards.requireTls,
      // A file that is put twice under one name is two files: the first must still be readable when its turn comes.
      versioned: true,
      // Long enough to look into what went wrong, and no longer: these are personal data.
      lifecycleRules: [{ expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: props.safeguards.removalPolicy,
    });
    // CDK's own switch deploys another function, with wide permissions, to flip this one.
    if (this.node.defaultChild instanceof CfnBucket) {
      this.node.defaultChild.notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    }
    acknowledge(this, {
      'AwsSolutions-S1':
        'Who drops files is decided by IAM, and CloudTrail can tell who did; each file leaves a batch in the table.',
    });
  }
}

/** The personnel department's export names it, so it can be told before it is made. Bucket names are one for all of AWS. */
function nameOf({ account, region }: Stack, stage: StageName): string {
  return `scc-people-${stage}-${account}-${region}`;
}

/** Every object in it; spelled out, since another stack's reference does not tell what it stands for. */
export function peopleFiles(stack: Stack, stage: StageName): string {
  return stack.formatArn({
    service: 's3',
    account: '',
    region: '',
    resource: nameOf(stack, stage),
    resourceName: '*',
  });
}
