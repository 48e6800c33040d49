import { type Duration, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { SecretsByName } from './kept-secret.ts';

export interface SecretRotationProps {
  readonly secrets: SecretsByName;
  /** Takes Secrets Manager's four rotation steps. */
  readonly rotator: LambdaFunction;
  /** Whole hours, at least four. */
  readonly every: Duration;
}

/**
 * Has Secrets Manager rotate secrets by one function, on a schedule. A rotation that fails is tried again several
 * times by Secrets Manager itself.
 *
 * Made of the plain resources: CDK's `addRotationSchedule` also lets the function ask for random passwords of
 * every resource (`*`), and Secrets Manager of every account call it.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export class SecretRotation extends Construct {
  constructor(scope: Construct, id: string, { secrets, rotator, every }: SecretRotationProps) {
    super(scope, id);
    rotator.addPermission('SecretsManager', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Stack.of(this).account,
    });
    for (const [name, secret] of Object.entries(secrets)) {
      const schedule = new CfnRotationSchedule(this, name, {
        secretId: secret.arn,
        rotationLambdaArn: rotator.functionArn,
        rotationRules: { scheduleExpression: `rate(${every.toHours()} hours)` },
        // At the first deployment nothing is stored yet from which to rotate.
        rotateImmediatelyOnUpdate: false,
      });
      // Secrets Manager checks that it may call the function as soon as it gets the schedule.
      schedule.node.addDependency(rotator);
    }
  }
}
