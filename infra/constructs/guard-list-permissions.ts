import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { guardListObjectKey } from '#shared/aws/guard-list-objects.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';

/** Reading the published lists that are configured; without the right to list, S3 does not say that one is missing. */
export function mayReadGuardLists(bucket: Bucket, configuration: DeploymentConfiguration): PolicyStatement[] {
  return onGuardLists('s3:GetObject', bucket, configuration).concat(
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  );
}

export function mayWriteGuardLists(
  bucket: Bucket,
  configuration: DeploymentConfiguration,
): PolicyStatement[] {
  return onGuardLists('s3:PutObject', bucket, configuration);
}

/** A statement about no object at all is refused by IAM. */
function onGuardLists(action: string, bucket: Bucket, { guard }: DeploymentConfiguration): PolicyStatement[] {
  const resources = Object.keys(guard.lists).map((name) => bucket.arnForObjects(guardListObjectKey(name)));
  return resources.length === 0 ? [] : [new PolicyStatement({ actions: [action], resources })];
}
