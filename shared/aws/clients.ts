import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * Time limits of one attempt against AWS, in milliseconds. The SDK's own default waits for ever,
 * which would let a lost connection eat a function's whole time.
 */
const requestHandler = { connectionTimeout: 2_000, requestTimeout: 10_000 };

export const eventBridgeClient = () => new EventBridgeClient({ requestHandler });
export const secretsManagerClient = () => new SecretsManagerClient({ requestHandler });
export const schedulerClient = () => new SchedulerClient({ requestHandler });
/** The client's own endpoint counts, not the host in a queue's URL: an emulator may name itself differently there. */
export const queueClient = () => new SQSClient({ requestHandler, useQueueUrlAsEndpoint: false });

/** The bucket in the path and not in the host: an emulator's host has no names below it. */
export const objectStoreClient = () =>
  new S3Client({ requestHandler, forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });

/** For waiting on another function's answer: as long as the minter may run. */
export const functionClient = () =>
  new LambdaClient({ requestHandler: { ...requestHandler, requestTimeout: 35_000 } });

/** DynamoDB with plain JavaScript values; `undefined` members are left out of what is stored. */
export const documentClient = () =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler }), {
    marshallOptions: { removeUndefinedValues: true },
  });
