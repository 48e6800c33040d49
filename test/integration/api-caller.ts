import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { AwsClient } from 'aws4fetch';
import type { DeployedSystem } from './deployed-system.ts';

const policyName = 'call-the-api';

/** A user of the emulated account who may call the API, and nothing else. */
export class ApiCaller {
  readonly #client: AwsClient;
  readonly #remove: () => Promise<void>;

  private constructor(client: AwsClient, remove: () => Promise<void>) {
    this.#client = client;
    this.#remove = remove;
  }

  /** The user of this name, with a new access key. */
  static async create(UserName: string, { stack, credentials }: DeployedSystem): Promise<ApiCaller> {
    const iam = new IAMClient({ endpoint: stack.awsEndpoint, region: stack.region, credentials });
    await iam.send(new CreateUserCommand({ UserName }));
    await iam.send(
      new PutUserPolicyCommand({
        UserName,
        PolicyName: policyName,
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }],
        }),
      }),
    );
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    if (!AccessKey?.AccessKeyId || !AccessKey.SecretAccessKey) throw new Error(`no key for ${UserName}`);
    const { AccessKeyId, SecretAccessKey } = AccessKey;
    const client = new AwsClient({
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      region: stack.region,
      service: 'execute-api',
      retries: 0,
    });
    return new ApiCaller(client, async () => {
      await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
      await iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName: policyName }));
      await iam.send(new DeleteUserCommand({ UserName }));
    });
  }

  /** Posts a body, signed with SigV4. */
  post(url: string, body: object): Promise<Response> {
    return this.#client.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  remove(): Promise<void> {
    return this.#remove();
  }
}
