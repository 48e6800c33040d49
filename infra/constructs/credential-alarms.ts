import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { configuredCredentials } from '#shared/credentials/health/configured-credentials.ts';
import type { CredentialId } from '#shared/credentials/health/credential-id.ts';
import { checksBrokenMetricName, credentialMetricNames } from '#shared/credentials/health/health-metrics.ts';
import { metricsNamespace } from '#shared/lambda/metrics.ts';
import { countedBy } from './operations-metrics.ts';
import { resourceName } from './resource-name.ts';

/** Days before the end of a refresh token at which a person is told: time to plan, then the last call. */
const refreshTokenDaysLeft = [14, 5];

interface CredentialAlarmsProps {
  readonly configuration: DeploymentConfiguration;
  readonly alarmTopic: ITopic;
}

/** Rings when a credential has stopped working or cannot be checked, and before a refresh token ends for good. */
export class CredentialAlarms extends Construct {
  readonly #props: CredentialAlarmsProps;

  constructor(scope: Construct, id: string, props: CredentialAlarmsProps) {
    super(scope, id);
    this.#props = props;
    this.#ringWhenChecksBreak();
    for (const credential of configuredCredentials(props.configuration)) {
      this.#ringWhenBroken(credential);
      if (credential.kind === 'scc-api-key') this.#ringBeforeEnd(credential);
    }
  }

  /** A check that breaks by itself says nothing of its credential, whose alarm then keeps the state it had. */
  #ringWhenChecksBreak(): void {
    const { configuration, alarmTopic } = this.#props;
    new Alarm(this, 'checks-broken', {
      alarmName: resourceName(configuration.stage, 'credential-checks-broken'),
      alarmDescription:
        'At least one credential could not be looked at, by no fault of its own: a missing grant, or a mistake of the check. Its other alarms show an earlier day. See the log of check-credentials: "A credential could not be checked" names it and says why.',
      metric: countedBy(configuration.stage, 'check-credentials', checksBrokenMetricName, {
        period: Duration.days(1),
      }),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 1,
      // Checked once a day: between two checks, what the last one found stands.
      treatMissingData: TreatMissingData.IGNORE,
    }).addAlarmAction(new SnsAction(alarmTopic));
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
        dimensionsMap: { stage: configuration.stage, organisation, credential: kind },
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
