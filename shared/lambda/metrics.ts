import { Metrics } from '@aws-lambda-powertools/metrics';

/**
 * Where all metrics of this project are found in CloudWatch. Every one has the dimension `stage`, since several
 * deployments may share an account, and, unless it says otherwise, `service`: the function's name.
 */
export const metricsNamespace = 'SccAutomations';

/**
 * A function's metrics, written as log lines in the embedded metric format: they cost no call.
 *
 * @see https://docs.aws.amazon.com/powertools/typescript/latest/features/metrics/
 */
export function functionMetrics(): Metrics {
  // Checked at the start of every function, by `readEnvironment`; missing only where no function runs.
  const stage = process.env.STAGE;
  return new Metrics({
    namespace: metricsNamespace,
    ...(stage === undefined ? {} : { defaultDimensions: { stage } }),
  });
}

export type { Metrics };
