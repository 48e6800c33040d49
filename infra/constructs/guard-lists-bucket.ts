import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Safeguards } from '../stacks/safeguards.ts';
import { acknowledge } from './acknowledge.ts';

/** The published lists of what is not to be blocked, as they were last fetched. */
export class GuardListsBucket extends Bucket {
  constructor(scope: Construct, id: string, props: { key: IKey; safeguards: Safeguards }) {
    super(scope, id, {
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: props.safeguards.requireTls,
      // What stood in a list a month ago explains why something was held then.
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: props.safeguards.removalPolicy,
    });
    acknowledge(this, {
      'AwsSolutions-S1': 'It holds public lists; who reads them is no secret, and only two functions may.',
    });
  }
}
