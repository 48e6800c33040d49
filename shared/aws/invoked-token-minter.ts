import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { OrganisationName } from '../config/names.ts';
import { type MintRequest, mintAnswerSchema } from '../credentials/mint-request.ts';
import type { TokenMinter } from '../credentials/token-minter.ts';
import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import { RetryLater } from '../errors/retry-later.ts';

/** The minter as a Lambda function: only it may read the API key. */
export function invokedTokenMinter(client: LambdaClient, functionName: string): TokenMinter {
  return {
    async mint(organisation, failedVersionId) {
      const request: MintRequest = { organisation, ...(failedVersionId ? { failedVersionId } : {}) };
      const result = await invoke(request, organisation);
      if (result?.kind === 'configuration-problem') throw new ConfigurationProblem(result.message);
      if (result?.kind === 'retry-later') {
        throw new RetryLater(result.message, { retryAfterSeconds: result.retryAfterSeconds });
      }
    },
  };

  async function invoke(request: MintRequest, organisation: OrganisationName) {
    const answer = await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(request) }),
    );
    const text = answer.Payload ? Buffer.from(answer.Payload).toString('utf8') : '';
    const parsed = mintAnswerSchema.safeParse(answer.FunctionError ? undefined : JSON.parse(text || 'null'));
    if (!parsed.success) {
      throw new RetryLater(
        `${functionName} failed (${answer.FunctionError ?? 'unknown answer'}); its log says why.`,
      );
    }
    return parsed.data.organisations[organisation];
  }
}
