import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { StageName } from '#shared/config/names.ts';
import { resourceName } from './resource-name.ts';

export interface FailureAlarmProps {
  readonly stage: StageName;
  readonly functionName: string;
  readonly lambda: LambdaFunction;
  /** For the person who gets the alarm: what does not work now, and what to do about it. */
  readonly alarmDescription: string;
  readonly alarmTopic: ITopic;
}

/** Says that a function has failed whose caller keeps no dead letters: Secrets Manager, for one. */
export class FailureAlarm extends Construct {
  constructor(scope: Construct, id: string, props: FailureAlarmProps) {
    super(scope, id);
    props.lambda
      .metricErrors({ period: Duration.minutes(5), statistic: 'Sum' })
      .createAlarm(this, 'Alarm', {
        alarmName: resourceName(props.stage, `${props.functionName}-failed`),
        alarmDescription: props.alarmDescription,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        threshold: 0,
        evaluationPeriods: 1,
        // A function that is not called reports nothing.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
      .addAlarmAction(new SnsAction(props.alarmTopic));
  }
}
