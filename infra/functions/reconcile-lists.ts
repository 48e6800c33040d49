import { Duration, Size } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { listsNotReconciledMetric } from '#shared/iocs/reconciliation/reconciliation-metrics.ts';
import { mayReadBlocksOfList, mayWriteLists } from '../constructs/destination-list-permissions.ts';
import { countedBy } from '../constructs/operations-metrics.ts';
import { resourceName } from '../constructs/resource-name.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Compares every destination list with the ledger, and tells how full it is. Reads from Cisco, writes the ledger. */
export class ReconcileListsFunction extends ScheduledFunction<'reconcile-lists'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, minter }: { state: StateStack; alarmTopic: ITopic; minter: IFunction },
  ) {
    super(scope, 'ReconcileLists', deployment, {
      name: 'reconcile-lists',
      description: 'Compares destination lists with the ledger and forecasts when they are full',
      memory: Size.gibibytes(1),
      timeout: Duration.minutes(15),
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        MINT_FUNCTION_NAME: minter.functionName,
      },
      permissions: [
        ...mayWriteLists(state, deployment.configuration, minter),
        mayReadBlocksOfList(state.table),
      ],
      // At night in Europe and America, and not on the full hour, when leases end.
      every: { hour: '2', minute: '30' },
      event: {},
      failedRuns: {
        id: 'FailedReconciliations',
        queueName: 'reconcile-lists-dead-letters',
        alarmDescription:
          'Destination lists could not be compared with the ledger, so changes by hand stay unnoticed. See the log of reconcile-lists. The queue may be purged: the next night tries again.',
      },
      alarmTopic,
    });
    const { stage } = deployment.configuration;
    new Alarm(this, 'not-reconciled', {
      alarmName: resourceName(stage, 'lists-not-reconciled'),
      alarmDescription:
        'At least one destination list could not be compared with the ledger in full. See the log of reconcile-lists, which names it and says why; try it again with npm run cli -- lists reconcile <list>.',
      metric: countedBy(stage, 'reconcile-lists', listsNotReconciledMetric, { period: Duration.days(1) }),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 1,
      // Compared once a night: between two runs, what the last one found stands.
      treatMissingData: TreatMissingData.IGNORE,
    }).addAlarmAction(new SnsAction(alarmTopic));
  }
}
