import { AwsClient } from 'aws4fetch';
import type { TargetStack } from './target-stack.ts';

/** A request to the API, signed with the AWS credentials that the command runs with. */
export async function signedForAws(request: Request, { config }: TargetStack['secrets']): Promise<Request> {
  const client = new AwsClient({
    ...(await config.credentials()),
    region: await config.region(),
    service: 'execute-api',
  });
  return client.sign(request);
}
