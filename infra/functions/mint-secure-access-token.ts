import { Duration, Size } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { MintRequest } from '#shared/credentials/mint-request.ts';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayReadSecrets,
  mayReplaceSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/**
 * How often the tokens are looked at. One that ends within 15 minutes is then minted anew
 * (`shared/credentials/mint-access-token.ts`), all others are kept: about one mint an hour.
 */
const mintInterval = Duration.minutes(10);

const everyOrganisation = { organisations: 'all' } as const satisfies MintRequest;

/** Replaces each organisation's access token before it ends. Called by a schedule, and by workers whose token failed. */
export class MintSecureAccessTokenFunction extends ScheduledFunction<'mint-secure-access-token'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    super(scope, 'MintSecureAccessToken', deployment, {
      name: 'mint-secure-access-token',
      description: 'Exchanges API keys for access tokens before the present ones end',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(30),
      key: state.key,
      environment: { TABLE_NAME: state.table.tableName },
      permissions: [
        mayReadSecrets(state.secrets.secureAccessApiKeys),
        mayReadSecrets(state.secrets.secureAccessAccessTokens),
        mayReplaceSecrets(state.secrets.secureAccessAccessTokens),
        mayUseTable(state.table, 'GetItem', 'UpdateItem'),
        mayDecryptThrough(state.key, 'secretsmanager', 'dynamodb'),
        mayEncryptThrough(state.key, 'secretsmanager', 'dynamodb'),
      ],
      every: mintInterval,
      event: everyOrganisation,
      failedRuns: {
        id: 'FailedMints',
        queueName: 'mint-dead-letters',
        alarmDescription:
          'A scheduled access token could not be minted, so blocking stops when the present one ends. See the log of mint-secure-access-token; usually the API key has expired or lacks a scope. The queue may be purged: the next schedule mints again.',
      },
      alarmTopic,
    });
  }
}
