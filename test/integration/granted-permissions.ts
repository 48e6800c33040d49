import {
  DeleteRolePolicyCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { z } from 'zod';
import type { DeployedSystem } from './deployed-system.ts';

const policySchema = z.object({
  Version: z.string(),
  Statement: z.array(
    z.looseObject({
      Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
    }),
  ),
});

/** What the role of a deployed function may do, for tests that take some of it away. */
export class GrantedPermissions {
  readonly #iam: IAMClient;
  readonly #lambda: LambdaClient;

  constructor(system: DeployedSystem) {
    const { awsEndpoint, region } = system.stack;
    const client = { endpoint: awsEndpoint, region, credentials: system.credentials };
    this.#iam = new IAMClient(client);
    this.#lambda = new LambdaClient(client);
  }

  /**
   * Takes one action away from a function's role, while `during` runs.
   * @throws Error when the role does not have it: then a test of its absence would show nothing
   */
  async without(functionArn: string, action: string, during: () => Promise<void>): Promise<void> {
    const RoleName = await this.#roleOf(functionArn);
    const { PolicyNames = [] } = await this.#iam.send(new ListRolePoliciesCommand({ RoleName }));
    for (const PolicyName of PolicyNames) {
      const { PolicyDocument = '' } = await this.#iam.send(
        new GetRolePolicyCommand({ RoleName, PolicyName }),
      );
      const original = decodeURIComponent(PolicyDocument);
      const policy = policySchema.parse(JSON.parse(original));
      const kept = policy.Statement.map((statement) => ({
        ...statement,
        Action: statement.Action.filter((granted) => granted !== action),
      })).filter((statement) => statement.Action.length > 0);
      const before = policy.Statement.flatMap((statement) => statement.Action);
      if (!before.includes(action)) continue;
      try {
        await this.#replace(RoleName, PolicyName, JSON.stringify({ ...policy, Statement: kept }));
        await during();
      } finally {
        await this.#replace(RoleName, PolicyName, original);
      }
      return;
    }
    throw new Error(`the role of ${functionArn} was never granted ${action}`);
  }

  async #replace(RoleName: string, PolicyName: string, PolicyDocument: string): Promise<void> {
    await this.#iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
    await this.#iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
  }

  async #roleOf(functionArn: string): Promise<string> {
    const { Role = '' } = await this.#lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: functionArn }),
    );
    return Role.split('/').at(-1) ?? '';
  }
}
