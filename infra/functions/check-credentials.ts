import { Duration, Size } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { CredentialAlarms } from '../constructs/credential-alarms.ts';
import type { SecretsByName } from '../constructs/kept-secret.ts';
import {
  mayDecryptThrough,
  mayInvoke,
  mayListSecretVersions,
  mayPublishTo,
  mayReadSecrets,
} from '../constructs/permissions.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/**
 * Tells of each credential how long it lasts, whether it works and what it lacks.
 *
 * It may read what workers read, and nothing that lives long: an API key is proved by having the minter use it,
 * a refresh token by what its rotator recorded; of other keys it sees how old they are. The XDR client is the
 * exception, since nobody else could say whether it works.
 */
export class CheckCredentialsFunction extends ScheduledFunction<'check-credentials'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic, minter }: { state: StateStack; alarmTopic: ITopic; minter: IFunction },
  ) {
    const { secrets } = state;
    super(scope, 'CheckCredentials', deployment, {
      name: 'check-credentials',
      description: 'Reports which credentials end soon, do not work or lack scopes',
      memory: Size.mebibytes(512),
      timeout: Duration.minutes(2),
      key: state.key,
      environment: { EVENT_BUS_NAME: state.bus.eventBusName, MINT_FUNCTION_NAME: minter.functionName },
      permissions: [
        ...onThoseThatExist(mayReadSecrets, [
          secrets.secureAccessAccessTokens,
          secrets.sccAccessTokens,
          secrets.firewallManagerTokens,
          secrets.xdrClients,
        ]),
        ...onThoseThatExist(mayListSecretVersions, [
          secrets.secureAccessApiKeys,
          secrets.secureAccessKeyAdminKeys,
          secrets.logBucketKeys,
        ]),
        mayInvoke(minter),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'secretsmanager'),
      ],
      every: Duration.days(1),
      event: {},
      failedRuns: {
        id: 'FailedCredentialChecks',
        queueName: 'check-credentials-dead-letters',
        alarmDescription:
          'The credentials could not be checked, so the alarms on them show an earlier day. See the log of check-credentials. The queue may be purged: the next day checks again.',
      },
      alarmTopic,
    });
    new CredentialAlarms(this, 'Alarms', { configuration: deployment.configuration, alarmTopic });
  }
}

/** A statement about no resource at all is refused by IAM. */
function onThoseThatExist(
  permission: (secrets: SecretsByName) => PolicyStatement,
  kinds: readonly SecretsByName[],
): PolicyStatement[] {
  return kinds.filter((secrets) => Object.keys(secrets).length > 0).map(permission);
}
