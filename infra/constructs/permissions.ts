import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { SecretsByName } from './kept-secret.ts';

/**
 * What a function may do, one call a line in its file under `infra/functions`.
 * They stand in for CDK's `grant…` methods, which also hand out wildcards (`kms:GenerateDataKey*`, `function:*`).
 */

/** Calls of DynamoDB's data plane that functions here make. A transaction needs those of its parts. */
export type TableAction =
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'UpdateItem';

export function mayUseTable(table: Table, ...actions: TableAction[]): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });
}

export function mayReadSecrets(secrets: SecretsByName): PolicyStatement {
  return onSecrets(['secretsmanager:GetSecretValue'], secrets);
}

export function mayReplaceSecrets(secrets: SecretsByName): PolicyStatement {
  return onSecrets(['secretsmanager:PutSecretValue'], secrets);
}

/** The versions of secrets with their dates, without the values. */
export function mayListSecretVersions(secrets: SecretsByName): PolicyStatement {
  return onSecrets(['secretsmanager:ListSecretVersionIds'], secrets);
}

/**
 * Making a new version, proving it, and labelling it as the current one.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
 */
export function mayRotateSecrets(secrets: SecretsByName): PolicyStatement {
  return onSecrets(
    [
      'secretsmanager:DescribeSecret',
      'secretsmanager:GetSecretValue',
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecretVersionStage',
    ],
    secrets,
  );
}

/** Asking Secrets Manager to rotate now, by the function that the secret names. */
export function mayRequestRotation(secrets: SecretsByName): PolicyStatement {
  return onSecrets(['secretsmanager:RotateSecret'], secrets);
}

function onSecrets(actions: string[], secrets: SecretsByName): PolicyStatement {
  return new PolicyStatement({
    actions,
    resources: Object.values(secrets).map((secret) => secret.arn),
  });
}

/** Putting a value down in a parameter, reading it back and taking it away. */
export function mayKeepParameters(stack: Stack, names: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    actions: ['ssm:DeleteParameter', 'ssm:GetParameter', 'ssm:PutParameter'],
    resources: names.map((name) =>
      stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.replace(/^\//, '') }),
    ),
  });
}

export function mayPublishTo(bus: EventBus): PolicyStatement {
  return new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] });
}

export function mayPublishToTopic(topic: ITopic): PolicyStatement {
  return new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] });
}

/** What Lambda's poller needs in the function's role, and putting a message back for a while. */
export function mayConsume(queue: IQueue): PolicyStatement {
  return new PolicyStatement({
    actions: ['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueAttributes'].map(
      (action) => `sqs:${action}`,
    ),
    resources: [queue.queueArn],
  });
}

export function maySendTo(queue: IQueue): PolicyStatement {
  return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });
}

export function mayInvoke(target: IFunction): PolicyStatement {
  return new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] });
}

export function mayWriteLog(logGroup: ILogGroup): PolicyStatement {
  return new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  });
}

/** Services that use the deployment's key in the name of the function that calls them. */
export type EncryptingService = 'dynamodb' | 's3' | 'secretsmanager' | 'sns' | 'sqs' | 'ssm';

/** Reading encrypted data through these services; the key itself stays out of reach. */
export function mayDecryptThrough(key: IKey, ...services: EncryptingService[]): PolicyStatement {
  return throughServices(key, services, ['kms:Decrypt', 'kms:DescribeKey']);
}

/** Writing encrypted data through these services. They read their own data key back, so it needs decrypting too. */
export function mayEncryptThrough(key: IKey, ...services: EncryptingService[]): PolicyStatement {
  return throughServices(key, services, [
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ]);
}

function throughServices(key: IKey, services: EncryptingService[], actions: string[]): PolicyStatement {
  const { region } = Stack.of(key);
  return new PolicyStatement({
    actions,
    resources: [key.keyArn],
    conditions: {
      StringEquals: { 'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`) },
    },
  });
}
