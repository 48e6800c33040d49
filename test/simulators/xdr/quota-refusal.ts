import type { Answer } from '../http/answer.ts';
import type { Cloud } from './cloud.ts';
import type { Settings } from './settings.ts';

/** The 429 for a request over the organisation's hour, or undefined if it was admitted and counted. */
export function quotaRefusal({ quota, settings, clock }: Cloud): Answer | undefined {
  const admission = quota.admit(settings.requestsPerHour, clock.now());
  if (admission.admitted) return undefined;
  return {
    status: 429,
    body: { message: 'Too many requests' },
    headers: retryAfter(admission.retryAfterSeconds, settings.retryAfterForm),
  };
}

function retryAfter(seconds: number, form: Settings['retryAfterForm']): Record<string, string> {
  if (form === 'missing') return {};
  return { 'retry-after': form === 'seconds' ? String(seconds) : `${seconds}s` };
}
