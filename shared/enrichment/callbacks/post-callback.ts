import { retryAfterSeconds } from '../../cisco/http/retry-after.ts';
import { failureCode } from '../../errors/failure-code.ts';
import type { CallbackMessage } from './callback-message.ts';

/** What came of a POST, in words that hold no part of the URL. */
export type CallbackAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'not-now'; readonly because: string; readonly retryAfterSeconds: number }
  | { readonly kind: 'refused'; readonly because: string };

/** Statuses below 500 that say that the same may work later. */
const temporaryStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/** Posts once. A redirect is not followed: the message is for the address in the configuration. Never throws. */
export async function postCallback(
  url: string,
  { headers, body }: CallbackMessage,
  { timeLimitMilliseconds, now }: { readonly timeLimitMilliseconds: number; readonly now: Date },
): Promise<CallbackAnswer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMilliseconds),
    });
    await answer.body?.cancel();
    if (answer.ok) return { kind: 'taken' };
    const because = `it answered with HTTP ${answer.status}`;
    return answer.status >= 500 || temporaryStatuses.has(answer.status)
      ? { kind: 'not-now', because, retryAfterSeconds: retryAfterSeconds(answer.headers, now) ?? 0 }
      : { kind: 'refused', because };
  } catch (error) {
    return { kind: 'not-now', because: `it did not answer (${failureCode(error)})`, retryAfterSeconds: 0 };
  }
}
