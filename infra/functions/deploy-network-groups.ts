import { Duration, Size } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { deploymentsFailedMetric } from '#shared/firewalls/deployment-metrics.ts';
import { mayDeployNetworkGroups } from '../constructs/network-group-permissions.ts';
import { countedBy } from '../constructs/operations-metrics.ts';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayInvoke,
  mayPublishTo,
  mayUseTable,
} from '../constructs/permissions.ts';
import { resourceName } from '../constructs/resource-name.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Deploys to the firewalls what was written in network groups, where that is configured. */
export class DeployNetworkGroupsFunction extends ScheduledFunction<'deploy-network-groups'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, reconcile }: { state: StateStack; alarmTopic: ITopic; reconcile: IFunction },
  ) {
    super(scope, 'DeployNetworkGroups', deployment, {
      name: 'deploy-network-groups',
      description: 'Deploys network groups to the firewalls, where that is configured',
      memory: Size.mebibytes(512),
      timeout: Duration.minutes(10),
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        RECONCILE_FUNCTION_NAME: reconcile.functionName,
      },
      permissions: [
        ...mayDeployNetworkGroups(state, deployment.configuration),
        mayInvoke(reconcile),
        mayUseTable(state.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager'),
        mayEncryptThrough(state.key, 'dynamodb'),
      ],
      every: Duration.minutes(5),
      event: {},
      failedRuns: {
        id: 'FailedGroupDeployments',
        queueName: 'deploy-network-groups-dead-letters',
        alarmDescription:
          'Network groups could not be deployed, so what was blocked on firewalls has no effect yet. See the log of deploy-network-groups. The queue may be purged: the next run tries again.',
      },
      alarmTopic,
    });
    const { stage } = deployment.configuration;
    new Alarm(this, 'deployments-failed', {
      alarmName: resourceName(stage, 'firewall-deployments-failed'),
      alarmDescription:
        'A deployment to a firewall failed, so what was blocked there has no effect yet. The log of deploy-network-groups names the firewall and says why; it is tried again by itself, less and less often.',
      metric: countedBy(stage, 'deploy-network-groups', deploymentsFailedMetric, {
        period: Duration.minutes(5),
      }),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(alarmTopic));
  }
}
