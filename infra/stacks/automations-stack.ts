import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import type { EmptySecret } from '../constructs/empty-secret.ts';
import { WebhookApi } from '../constructs/webhook-api.ts';
import { BlockIocsFunction } from '../functions/block-iocs.ts';
import { MintSecureAccessTokenFunction } from '../functions/mint-secure-access-token.ts';
import { QueryRequestsFunction } from '../functions/query-requests.ts';
import { ReceiveWebhookFunction } from '../functions/receive-webhook.ts';
import type { Deployment } from './deployment.ts';
import type { StateStack } from './state-stack.ts';

/** What acts: functions with their triggers, queues and alarms, and the API. Can be removed and deployed again. */
export class AutomationsStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    deployment: Deployment,
    { state, ...props }: StackProps & { state: StateStack },
  ) {
    super(scope, id, props);
    const { configuration, safeguards } = deployment;

    const alarmTopic = new AlarmTopic(this, 'Alarms', {
      stage: configuration.stage,
      key: state.key,
      requireTls: safeguards.requireTls,
      email: configuration.alarmEmail,
    });

    const mint = new MintSecureAccessTokenFunction(this, deployment, { state, alarmTopic });
    const block = new BlockIocsFunction(this, deployment, { state, alarmTopic, minter: mint.lambda });
    const receive = new ReceiveWebhookFunction(this, deployment, { state });
    const query = new QueryRequestsFunction(this, deployment, { state });

    const api = new WebhookApi(this, 'WebhookApi', {
      configuration,
      key: state.key,
      receiveWebhook: receive.lambda,
      queryRequests: query.lambda,
    });

    this.tell({
      ApiUrl: api.url,
      TableName: state.table.tableName,
      EventBusName: state.bus.eventBusName,
      AlarmTopicArn: alarmTopic.topicArn,
      BlockQueueUrl: block.work.queue.queueUrl,
      BlockDeadLetterQueueUrl: block.work.deadLetters.queueUrl,
      BlockUndeliveredQueueUrl: block.undelivered.queue.queueUrl,
      MintDeadLetterQueueUrl: mint.deadLetterQueue.queue.queueUrl,
      ReceiveWebhookFunctionArn: receive.lambda.functionArn,
      BlockIocsFunctionArn: block.lambda.functionArn,
      MintSecureAccessTokenFunctionArn: mint.lambda.functionArn,
      QueryRequestsFunctionArn: query.lambda.functionArn,
      ConnectionSecretNames: namesOf(state.secrets.connections),
      SecureAccessApiKeySecretNames: namesOf(state.secrets.secureAccessApiKeys),
      SecureAccessAccessTokenSecretNames: namesOf(state.secrets.secureAccessAccessTokens),
    });
  }

  /** Prints values at the end of a deployment and keeps them with the stack. */
  private tell(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}

/** `{"splunk":"scc-automations/…/connections/splunk"}`: where a person stores what. */
function namesOf(secrets: Readonly<Record<string, EmptySecret>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(secrets).map(([key, secret]) => [key, secret.name])),
  );
}
