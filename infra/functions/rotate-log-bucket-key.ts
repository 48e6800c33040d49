import { Duration, Size } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayInvoke,
  mayPublishTo,
  mayReadSecrets,
  mayRotateSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import { secretsOfSameOwners } from './secrets-of-same-owners.ts';

/** Replaces keys of Secure Access's S3 log buckets before day 90, on which Cisco ends access. */
export class RotateLogBucketKeyFunction extends ScheduledFunction<'rotate-log-bucket-key'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, minter }: { state: StateStack; alarmTopic: ITopic; minter: IFunction },
  ) {
    const { logBucketKeys, secureAccessAccessTokens } = state.secrets;
    super(scope, 'RotateLogBucketKey', deployment, {
      name: 'rotate-log-bucket-key',
      description: 'Replaces keys of Secure Access log buckets that are due',
      memory: Size.mebibytes(512),
      timeout: Duration.minutes(2),
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        MINT_FUNCTION_NAME: minter.functionName,
      },
      permissions: [
        mayRotateSecrets(logBucketKeys),
        mayReadSecrets(secretsOfSameOwners(secureAccessAccessTokens, logBucketKeys)),
        mayInvoke(minter),
        mayUseTable(state.table, 'GetItem', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'secretsmanager', 'dynamodb'),
        mayEncryptThrough(state.key, 'secretsmanager', 'dynamodb'),
      ],
      every: Duration.days(1),
      event: { organisations: 'all' },
      failedRuns: {
        id: 'FailedLogBucketKeyRotations',
        queueName: 'rotate-log-bucket-key-dead-letters',
        alarmDescription:
          'The key of a Secure Access log bucket could not be replaced; on its day 90 access to the logs is lost. See the log of rotate-log-bucket-key; usually the API key lacks the scope admin.iam:write. The queue may be purged: the next day tries again.',
      },
      alarmTopic,
    });
  }
}
