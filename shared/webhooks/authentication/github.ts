import { signedBodyMethod } from './signed-body.ts';

/**
 * GitHub, and the many that sign like it. The older `X-Hub-Signature` with SHA-1 is not looked at.
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export const github = signedBodyMethod({ header: 'X-Hub-Signature-256', prefix: 'sha256=' });
