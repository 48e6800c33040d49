import { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Accepts that these permissions are for more resources than can be named; any other wildcard is still refused. */
export function acknowledgeWildcards(
  construct: IConstruct,
  permissions: readonly PolicyStatement[],
  reason: string,
): void {
  const stack = Stack.of(construct);
  const wildcards = permissions
    .flatMap(({ resources }) => resources)
    .map((resource) => flattenCfnReference(stack.resolve(resource)))
    .filter((resource) => resource.includes('*'));
  for (const resource of wildcards) {
    acknowledge(construct, { [`AwsSolutions-IAM5[Resource::${resource}]`]: reason });
  }
}
