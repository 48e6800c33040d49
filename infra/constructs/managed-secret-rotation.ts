import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { SecretsByName } from './kept-secret.ts';
import { mayDecryptThrough, mayEncryptThrough, mayRotateSecrets } from './permissions.ts';

/**
 * AWS asks for at least every 15 days: Cisco gives a new refresh token between day 45 and day 60 only,
 * and a longer interval could miss those days.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/mes-partner-CiscoSecurityPlatformApiKey.html
 */
const rotationIntervalDays = 10;

export interface ManagedSecretRotationProps {
  /** All of AWS's type `CiscoSecurityPlatformApiKey`. */
  readonly secrets: SecretsByName;
  /** Encrypts them. */
  readonly key: IKey;
}

/**
 * Has AWS rotate API keys of Security Cloud Control as managed external secrets, without a function of ours.
 * This type takes no rotation metadata: AWS reads all it needs from the secret.
 */
export class ManagedSecretRotation extends Construct {
  constructor(scope: Construct, id: string, { secrets, key }: ManagedSecretRotationProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/mes-security.html
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('secretsmanager.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnEquals: { 'aws:SourceArn': Object.values(secrets).map(({ arn }) => arn) },
        },
      }),
      description: 'What Secrets Manager may do to rotate API keys of Security Cloud Control',
    });
    for (const statement of [
      mayRotateSecrets(secrets),
      mayDecryptThrough(key, 'secretsmanager'),
      mayEncryptThrough(key, 'secretsmanager'),
    ]) {
      role.addToPolicy(statement);
    }
    for (const [name, secret] of Object.entries(secrets)) {
      const schedule = new CfnRotationSchedule(this, name, {
        secretId: secret.arn,
        externalSecretRotationRoleArn: role.roleArn,
        rotationRules: { automaticallyAfterDays: rotationIntervalDays },
        // At the first deployment nothing is stored yet from which to rotate.
        rotateImmediatelyOnUpdate: false,
      });
      // Secrets Manager tries the role as soon as it gets the schedule.
      schedule.node.addDependency(role);
    }
  }
}
