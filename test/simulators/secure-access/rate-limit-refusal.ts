import type { Answer } from '../http/answer.ts';
import type { Cloud } from './cloud.ts';
import type { RateLimitedScope } from './rate-limits.ts';

/** The 429 for a request over its key's limit, or undefined if the request was admitted and counted. */
export function rateLimitRefusal(
  { keyId, scope }: { keyId: string; scope: RateLimitedScope },
  cloud: Cloud,
  envelope: (status: number, text: string) => Answer,
): Answer | undefined {
  const admission = cloud.rateLimits.admit(keyId, scope, cloud.clock.now(), cloud.settings);
  if (admission.admitted) return undefined;
  const refusal = envelope(429, 'Too Many Requests');
  if (cloud.settings.retryAfterHeader === 'missing') return refusal;
  return { ...refusal, headers: { 'retry-after': String(admission.retryAfterSeconds) } };
}
