import type { HealthReport } from './health-report.ts';

/** Names of the metrics by which alarms know a credential. */
export const credentialMetricNames = {
  /** Days until it ends by itself, below 0 when it has; nothing for one that never ends. */
  daysLeft: 'CredentialDaysLeft',
  /** 1 works, 0 does not; nothing while that is not known. */
  works: 'CredentialWorks',
} as const;

/** Counts looks that broke by themselves, by no fault of a credential; with the dimensions of every function. */
export const checksBrokenMetricName = 'CredentialChecksBroken';

/** One value of one credential. Its dimensions are these two and the stage, without the function's name. */
export interface CredentialMetric {
  readonly name: (typeof credentialMetricNames)[keyof typeof credentialMetricNames];
  readonly value: number;
  readonly dimensions: { readonly organisation: string; readonly credential: string };
}

/** The metrics of a report. CloudWatch has no unit for days, so both are counts. */
export function healthMetrics(report: HealthReport): CredentialMetric[] {
  return report.credentials.flatMap(({ organisation, kind, works, daysLeft }) => {
    const dimensions = { organisation, credential: kind };
    const metrics: CredentialMetric[] = [];
    if (daysLeft !== undefined) {
      metrics.push({ name: credentialMetricNames.daysLeft, value: daysLeft, dimensions });
    }
    if (works !== 'unknown') {
      metrics.push({ name: credentialMetricNames.works, value: works === 'yes' ? 1 : 0, dimensions });
    }
    return metrics;
  });
}
