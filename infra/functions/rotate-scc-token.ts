import { Duration, Size, Stack } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { rescueParameterName } from '#shared/aws/secret-names.ts';
import { organisationNameSchema } from '#shared/config/names.ts';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { FailureAlarm } from '../constructs/failure-alarm.ts';
import { ManagedSecretRotation } from '../constructs/managed-secret-rotation.ts';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayKeepParameters,
  mayPublishTo,
  mayRotateSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import { SecretRotation } from '../constructs/secret-rotation.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** An access token of Security Cloud Control lives 18 hours: a rotation may be six hours late before one is missed. */
const rotationInterval = Duration.hours(12);

/**
 * Keeps the refresh tokens of Security Cloud Control alive and mints access tokens with them.
 * Called by Secrets Manager, step by step.
 */
export class RotateSccTokenFunction extends AutomationFunction<'rotate-scc-token'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    const { stage, organisations } = deployment.configuration;
    const { sccApiKeys, sccAccessTokens } = state.secrets;
    const owners = Object.keys(sccAccessTokens).map((name) => organisationNameSchema.parse(name));
    super(scope, 'RotateSccToken', deployment, {
      name: 'rotate-scc-token',
      description: 'Rotates access tokens of Security Cloud Control and the refresh tokens behind them',
      memory: Size.mebibytes(512),
      // Long enough to go on trying when a new refresh token cannot be stored at once.
      timeout: Duration.minutes(2),
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        ENCRYPTION_KEY_ARN: state.key.keyArn,
      },
      permissions: [
        mayRotateSecrets(sccApiKeys),
        mayRotateSecrets(sccAccessTokens),
        mayKeepParameters(
          Stack.of(scope),
          owners.map((organisation) => rescueParameterName(stage, organisation)),
        ),
        mayUseTable(state.table, 'GetItem', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'secretsmanager', 'dynamodb', 'ssm'),
        mayEncryptThrough(state.key, 'secretsmanager', 'dynamodb', 'ssm'),
      ],
    });

    new SecretRotation(this, 'Rotation', {
      secrets: sccAccessTokens,
      rotator: this.lambda,
      every: rotationInterval,
    });
    const managed = Object.fromEntries(
      Object.entries(sccApiKeys).filter(
        ([owner]) =>
          organisations[organisationNameSchema.parse(owner)]?.securityCloudControl?.rotation === 'managed',
      ),
    );
    if (Object.keys(managed).length > 0) {
      new ManagedSecretRotation(this, 'ManagedRotation', { secrets: managed, key: state.key });
    }
    new FailureAlarm(this, 'FailureAlarm', {
      stage,
      functionName: 'rotate-scc-token',
      lambda: this.lambda,
      alarmDescription:
        'An access token of Security Cloud Control could not be rotated. See the log of rotate-scc-token, which says what to do; the present token works for up to six hours beyond its rotation, and Secrets Manager tries again.',
      alarmTopic,
    });
  }
}
