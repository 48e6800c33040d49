import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageName } from '#shared/config/names.ts';
import { credentialMetricNames } from '#shared/credentials/health/health-metrics.ts';
import { indicatorStatuses } from '#shared/iocs/indicator-status.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import { countedBy, searched } from './operations-metrics.ts';
import { resourceName } from './resource-name.ts';

export interface OperationsDashboardProps {
  readonly stage: StageName;
  readonly apiId: string;
  /** The queues in which commands wait for their workers. */
  readonly queues: readonly IQueue[];
  /** Every one that should be empty. */
  readonly deadLetters: readonly DeadLetterQueue[];
}

/** Three graphs in a row of the 24 columns that a dashboard has. */
const width = 8;
const minutes = Duration.minutes(5);
const hour = Duration.hours(1);
const day = Duration.days(1);

/** One look at a deployment: is it fast, is anything stuck, are the lists filling up, do the credentials work? */
export class OperationsDashboard extends Construct {
  constructor(scope: Construct, id: string, props: OperationsDashboardProps) {
    super(scope, id);
    const { stage } = props;
    new Dashboard(this, 'Dashboard', {
      dashboardName: resourceName(stage, 'operations'),
      defaultInterval: day,
      widgets: [
        [
          graph('Time to block, median (ms)', [timeToBlock(stage, 'p50')]),
          graph('Time to block, 99 of 100 (ms)', [timeToBlock(stage, 'p99')]),
          graph('Indicators by status', indicatorsByStatus(stage)),
        ],
        [
          graph('Oldest command waits (s)', props.queues.map(ageOfOldest)),
          graph('Commands waiting', props.queues.map(depth)),
          graph(
            'Dead letters: should be none',
            props.deadLetters.map(({ queue }) => depth(queue)),
          ),
        ],
        [
          graph('Requests refused (4xx) and failed (5xx)', [
            apiMetric(props.apiId, '4xx', 'refused'),
            apiMetric(props.apiId, '5xx', 'failed'),
          ]),
          graph('Blocks released', [
            countedBy(stage, 'expire-blocks', 'BlocksReleased', { label: 'lease ended', period: hour }),
            countedBy(stage, 'release-blocks', 'BlocksReleased', { label: 'asked for', period: hour }),
          ]),
          graph('Differences between list and ledger', [listMetric(stage, 'ListDrift')]),
        ],
        [
          graph('Entries on the list', [listMetric(stage, 'EntriesOnList')]),
          graph('Days until the list is full', [listMetric(stage, 'DaysUntilFull')]),
          graph('Credential works (1) or not (0)', [credentialMetric(stage, credentialMetricNames.works)]),
        ],
        [graph('Days until the credential ends', [credentialMetric(stage, credentialMetricNames.daysLeft)])],
      ],
    });
  }
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width, leftYAxis: { min: 0 } });
}

function timeToBlock(stage: StageName, statistic: string): IMetric {
  const dimensions = ['service', 'connection'];
  return searched(stage, 'TimeToBlock', {
    dimensions,
    labelledBy: ['connection'],
    statistic,
    period: minutes,
  });
}

function indicatorsByStatus(stage: StageName): IMetric[] {
  return indicatorStatuses.map((status) =>
    countedBy(stage, 'block-iocs', `Indicators:${status}`, { label: status, period: minutes }),
  );
}

/** Measured once a night. */
function listMetric(stage: StageName, metricName: string): IMetric {
  const dimensions = ['service', 'destinationList'];
  return searched(stage, metricName, {
    dimensions,
    labelledBy: ['destinationList'],
    statistic: 'Maximum',
    period: day,
  });
}

/** Measured once a day. */
function credentialMetric(stage: StageName, metricName: string): IMetric {
  const dimensions = ['organisation', 'credential'];
  return searched(stage, metricName, {
    dimensions,
    labelledBy: dimensions,
    statistic: 'Minimum',
    period: day,
  });
}

function ageOfOldest(queue: IQueue): IMetric {
  return queue.metricApproximateAgeOfOldestMessage({
    period: minutes,
    statistic: 'Maximum',
    label: queue.queueName,
  });
}

function depth(queue: IQueue): IMetric {
  return queue.metricApproximateNumberOfMessagesVisible({
    period: minutes,
    statistic: 'Maximum',
    label: queue.queueName,
  });
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
function apiMetric(apiId: string, metricName: string, label: string): IMetric {
  return new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId: apiId },
    statistic: 'Sum',
    label,
    period: minutes,
  });
}
