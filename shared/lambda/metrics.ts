import { Metrics } from '@aws-lambda-powertools/metrics';

/** Where all metrics of this project are found in CloudWatch; the dimension is the function's service name. */
export const metricsNamespace = 'SccAutomations';

/**
 * A function's metrics, written as log lines in the embedded metric format: they cost no call.
 *
 * @see https://docs.aws.amazon.com/powertools/typescript/latest/features/metrics/
 */
export function functionMetrics(): Metrics {
  return new Metrics({ namespace: metricsNamespace });
}

export type { Metrics };
