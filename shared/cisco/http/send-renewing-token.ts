import type { TokenSource } from '../../credentials/access-token.ts';
import type { HttpAnswer } from './http-call.ts';

/** An answer, and the token that was sent for it: what is told of the answer must not show it. */
export interface AuthorisedAnswer {
  readonly answer: HttpAnswer;
  readonly accessToken: string;
}

/** Sends a call with the current token and, if that is refused with 401, once more with another one. */
export async function sendRenewingToken(
  tokens: TokenSource,
  sendWith: (accessToken: string) => Promise<HttpAnswer>,
): Promise<AuthorisedAnswer> {
  const token = await tokens.current();
  const answer = await sendWith(token.accessToken);
  if (answer.status !== 401) return { answer, accessToken: token.accessToken };
  const other = await tokens.replace(token);
  return { answer: await sendWith(other.accessToken), accessToken: other.accessToken };
}
