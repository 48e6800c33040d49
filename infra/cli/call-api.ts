import { GiveUp } from '#shared/errors/give-up.ts';
import { signedForAws } from './signed-for-aws.ts';
import type { TargetStack } from './target-stack.ts';
import type { Answer } from './webhook/post-body.ts';

/** What is asked of the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly body?: object;
}

const answerLimitMilliseconds = 30_000;

/**
 * Asks the stack's API, in the name of the AWS credentials that the command runs with.
 * @throws GiveUp when nobody answers in time
 */
export async function callApi(
  { method, path, body }: ApiRequest,
  { apiUrl, stack }: { readonly apiUrl: string; readonly stack: Pick<TargetStack, 'secrets'> },
): Promise<Answer> {
  const request = new Request(`${apiUrl}${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(answerLimitMilliseconds),
  });
  const signed = await signedForAws(request, stack.secrets);
  try {
    const answer = await fetch(signed);
    return { status: answer.status, text: await answer.text() };
  } catch (cause) {
    throw new GiveUp(
      `Nobody answers at ${new URL(apiUrl).origin}. Look at the address and at your network; the local stack is brought up with npm start.`,
      { cause },
    );
  }
}
