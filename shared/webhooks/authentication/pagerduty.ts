import { signedBodyMethod } from './signed-body.ts';

/**
 * PagerDuty's webhooks of version 3. While a secret is replaced there, the header lists a signature for each.
 * @see https://developer.pagerduty.com/docs/verifying-webhook-signatures
 */
export const pagerDuty = signedBodyMethod({ header: 'X-PagerDuty-Signature', prefix: 'v1=' });
