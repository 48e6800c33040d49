import { Duration, Size } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { MintRequest } from '#shared/credentials/mint-request.ts';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayReadSecrets,
  mayReplaceSecrets,
  maySendTo,
  mayUseTable,
} from '../constructs/permissions.ts';
import { resourceName } from '../constructs/resource-name.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/**
 * How often the tokens are looked at. One that ends within 15 minutes is then minted anew
 * (`shared/credentials/mint-access-token.ts`), all others are kept: about one mint an hour.
 */
const mintInterval = Duration.minutes(10);

const everyOrganisation: MintRequest = { organisations: 'all' };

/** Replaces each organisation's access token before it ends. Called by a schedule, and by workers whose token failed. */
export class MintSecureAccessTokenFunction extends AutomationFunction<'mint-secure-access-token'> {
  /** Holds scheduled mints that failed for good. */
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, alarmTopic }: { state: StateStack; alarmTopic: ITopic },
  ) {
    const { stage } = deployment.configuration;
    const deadLetterQueue = new DeadLetterQueue(scope, 'FailedMints', {
      name: resourceName(stage, 'mint-dead-letters'),
      alarmDescription:
        'A scheduled access token could not be minted, so blocking stops when the present one ends. See the log of mint-secure-access-token; usually the API key has expired or lacks a scope. The queue may be purged: the next schedule mints again.',
      alarmTopic,
      key: state.key,
      requireTls: deployment.safeguards.requireTls,
    });
    super(scope, 'MintSecureAccessToken', deployment, {
      name: 'mint-secure-access-token',
      description: 'Exchanges API keys for access tokens before the present ones end',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(30),
      key: state.key,
      deadLetterQueue: deadLetterQueue.queue,
      environment: { TABLE_NAME: state.table.tableName },
      permissions: [
        mayReadSecrets(state.secrets.secureAccessApiKeys),
        mayReadSecrets(state.secrets.secureAccessAccessTokens),
        mayReplaceSecrets(state.secrets.secureAccessAccessTokens),
        mayUseTable(state.table, 'GetItem', 'UpdateItem'),
        maySendTo(deadLetterQueue.queue),
        mayDecryptThrough(state.key, 'secretsmanager', 'dynamodb', 'sqs'),
        mayEncryptThrough(state.key, 'secretsmanager', 'dynamodb', 'sqs'),
      ],
    });
    this.deadLetterQueue = deadLetterQueue;

    new Rule(this, 'Schedule', {
      description: 'Has every access token minted anew when it is nearly over',
      schedule: Schedule.rate(mintInterval),
      targets: [
        new LambdaFunction(this.lambda, {
          event: RuleTargetInput.fromObject(everyOrganisation),
          deadLetterQueue: deadLetterQueue.queue,
          // What is later than the next schedule has been overtaken by it.
          maxEventAge: mintInterval,
          retryAttempts: 5,
        }),
      ],
    });
  }
}
