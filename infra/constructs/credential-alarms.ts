import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { configuredCredentials } from '#shared/credentials/health/configured-credentials.ts';
import type { CredentialId } from '#shared/credentials/health/credential-id.ts';
import { credentialMetricNames } from '#shared/credentials/health/health-metrics.ts';
import { metricsNamespace } from '#shared/lambda/metrics.ts';
import { resourceName } from './resource-name.ts';

/** Days before the end of a refresh token at which a person is told: time to plan, then the last call. */
const refreshTokenDaysLeft = [14, 5];

interface CredentialAlarmsProps {
  readonly configuration: DeploymentConfiguration;
  readonly alarmTopic: ITopic;
}

/** Rings when a credential has stopped working, and before a refresh token ends for good. */
export class CredentialAlarms extends Construct {
  readonly #props: CredentialAlarmsProps;

  constructor(scope: Construct, id: string, props: CredentialAlarmsProps) {
    super(scope, id);
    this.#props = props;
    for (const credential of configuredCredentials(props.configuration)) {
      this.#ringWhenBroken(credential);
      if (credential.kind === 'scc-api-key') this.#ringBeforeEnd(credential);
    }
  }

  #ringWhenBroken(credential: CredentialId): void {
    const { organisation, kind } = credential;
    this.#ring(credential, {
      name: `${organisation}-${kind}-fails`,
      metricName: credentialMetricNames.works,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: 1,
      description: `The ${kind} of ${organisation} does not work. Its report says why and what to do: npm run cli -- credentials check ${organisation}/${kind}`,
    });
  }

  #ringBeforeEnd(credential: CredentialId): void {
    const { organisation, kind } = credential;
    for (const days of refreshTokenDaysLeft) {
      this.#ring(credential, {
        name: `${organisation}-${kind}-${days}-days-left`,
        metricName: credentialMetricNames.daysLeft,
        comparisonOperator: ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
        threshold: days,
        description: `The refresh token of ${organisation} ends in ${days} days or less; afterwards only a person can make another key. See the log of rotate-scc-token, which should have renewed it, or make a new key in the console of Security Cloud Control and store it: npm run cli -- credentials set ${organisation}/${kind}`,
      });
    }
  }

  #ring(
    { organisation, kind }: CredentialId,
    alarm: {
      name: string;
      metricName: string;
      comparisonOperator: ComparisonOperator;
      threshold: number;
      description: string;
    },
  ): void {
    const { configuration, alarmTopic } = this.#props;
    new Alarm(this, alarm.name, {
      alarmName: resourceName(configuration.stage, alarm.name),
      alarmDescription: alarm.description,
      metric: new Metric({
        namespace: metricsNamespace,
        metricName: alarm.metricName,
        dimensionsMap: { organisation, credential: kind },
        statistic: 'Minimum',
        period: Duration.days(1),
      }),
      comparisonOperator: alarm.comparisonOperator,
      threshold: alarm.threshold,
      evaluationPeriods: 1,
      // Checked once a day: between two checks, what the last one found stands.
      treatMissingData: TreatMissingData.IGNORE,
    }).addAlarmAction(new SnsAction(alarmTopic));
  }
}
