import type { Answer } from '../http/answer.ts';
import type { Cloud } from './cloud.ts';
import { gatewayError } from './error-envelopes.ts';
import type { RateLimitedScope } from './rate-limits.ts';

/** The 429 for a request over its key's limit, or undefined if the request was admitted and counted. */
export function rateLimitRefusal(key: string, scope: RateLimitedScope, cloud: Cloud): Answer | undefined {
  const admission = cloud.rateLimits.admit(key, scope, cloud.clock.now(), cloud.settings.rateLimits);
  if (admission.admitted) return undefined;
  const tellsWait = cloud.settings.retryAfterHeader === 'present';
  const headers = tellsWait ? { 'retry-after': String(admission.retryAfterSeconds) } : {};
  return gatewayError(429, 'Too Many Requests', headers);
}
