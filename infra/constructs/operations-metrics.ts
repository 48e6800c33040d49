import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { StageName } from '#shared/config/names.ts';
import type { FunctionName } from '#shared/lambda/environment.ts';
import { metricsNamespace } from '#shared/lambda/metrics.ts';

/** What a function of this deployment counts, without further dimensions. */
export function countedBy(
  stage: StageName,
  functionName: FunctionName,
  metricName: string,
  { label, period }: { label?: string; period: Duration },
): Metric {
  return new Metric({
    namespace: metricsNamespace,
    metricName,
    dimensionsMap: { service: functionName, stage },
    statistic: 'Sum',
    period,
    ...(label !== undefined && { label }),
  });
}

/**
 * A metric of this deployment once for each value of its dimensions, whichever there are: a connection that was
 * configured yesterday shows up by itself.
 * @param dimensions all but `stage`; a metric with one more or one less is another metric
 * @param labelledBy dimension by which the lines are told apart
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html
 */
export function searched(
  stage: StageName,
  metricName: string,
  {
    dimensions,
    labelledBy,
    statistic,
    period,
  }: {
    dimensions: readonly string[];
    labelledBy: readonly string[];
    statistic: string;
    period: Duration;
  },
): IMetric {
  const schema = [metricsNamespace, 'stage', ...dimensions].join(',');
  const condition = `MetricName="${metricName}" stage="${stage}"`;
  return new MathExpression({
    expression: `SEARCH('{${schema}} ${condition}', '${statistic}', ${period.toSeconds()})`,
    usingMetrics: {},
    label: labelledBy.map((dimension) => `\${PROP('Dim.${dimension}')}`).join(' '),
    period,
  });
}
