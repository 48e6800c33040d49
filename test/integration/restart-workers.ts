import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import type { DeployedSystem } from './deployed-system.ts';

/**
 * Ends every block worker that is warm, as Lambda does with each change of a function's settings: the next ones know
 * no access token from earlier.
 */
export async function restartWorkers({ stack, credentials }: DeployedSystem): Promise<void> {
  const client = new LambdaClient({ endpoint: stack.awsEndpoint, region: stack.region, credentials });
  const FunctionName = stack.functions['block-iocs'];
  const { Timeout } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, Timeout }));
  await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { FunctionName });
}
