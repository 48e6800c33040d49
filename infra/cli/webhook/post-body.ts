import { extname } from 'node:path';
import { GiveUp } from '#shared/errors/give-up.ts';
import { authenticationHeaders, type DeliveryToSign } from '../../local/demo/sign-delivery.ts';
import type { SenderAuthentication } from '../../local/sender-authentication.ts';
import { signedForAws } from '../signed-for-aws.ts';
import type { TargetStack } from '../target-stack.ts';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

const answerLimitMilliseconds = 30_000;

const contentTypes: Readonly<Record<string, string>> = { '.csv': 'text/csv', '.txt': 'text/plain' };

/** How a sender would announce such a file. */
export function contentTypeOf(file: string): string {
  return contentTypes[extname(file).toLowerCase()] ?? 'application/json';
}

/**
 * Posts a delivery with its sender's proof.
 * @throws GiveUp when nobody answers in time
 */
export async function postBody(
  address: { readonly url: string; readonly contentType: string },
  delivery: DeliveryToSign,
  sender: SenderAuthentication,
  { secrets }: Pick<TargetStack, 'secrets'>,
): Promise<Answer> {
  const request = new Request(address.url, {
    method: 'POST',
    headers: { 'content-type': address.contentType, ...authenticationHeaders(sender, delivery) },
    body: delivery.body,
    signal: AbortSignal.timeout(answerLimitMilliseconds),
  });
  const proved = sender.scheme === 'aws-iam' ? await signedForAws(request, secrets) : request;
  try {
    const answer = await fetch(proved);
    return { status: answer.status, text: await answer.text() };
  } catch (cause) {
    throw new GiveUp(
      `Nobody answered at ${new URL(address.url).origin} within ${answerLimitMilliseconds / 1000} s. Look at the address; the local stack is brought up with npm start.`,
      { cause },
    );
  }
}
