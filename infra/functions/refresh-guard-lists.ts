import { Duration, Size } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { mayReadGuardLists, mayWriteGuardLists } from '../constructs/guard-list-permissions.ts';
import { mayDecryptThrough, mayEncryptThrough } from '../constructs/permissions.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Fetches the published lists of what is not to be blocked. */
export class RefreshGuardListsFunction extends ScheduledFunction<'refresh-guard-lists'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    const { configuration } = deployment;
    super(scope, 'RefreshGuardLists', deployment, {
      name: 'refresh-guard-lists',
      description: 'Fetches published lists of what is not to be blocked',
      // A million lines are unpacked in memory.
      memory: Size.gibibytes(1),
      timeout: Duration.minutes(5),
      key: state.key,
      environment: { GUARD_LISTS_BUCKET_NAME: state.guardLists.bucketName },
      permissions: [
        ...mayReadGuardLists(state.guardLists, configuration),
        ...mayWriteGuardLists(state.guardLists, configuration),
        mayDecryptThrough(state.key, 's3'),
        mayEncryptThrough(state.key, 's3'),
      ],
      every: Duration.hours(configuration.guard.refreshEveryHours),
      event: {},
      failedRuns: {
        id: 'FailedGuardListRefreshes',
        queueName: 'refresh-guard-lists-dead-letters',
        alarmDescription:
          'Published lists of what is not to be blocked could not be fetched; the former ones count on. See the log of refresh-guard-lists. The queue may be purged: the next run tries again.',
      },
      alarmTopic,
    });
  }
}
