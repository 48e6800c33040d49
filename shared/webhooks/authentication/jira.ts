import { signedBodyMethod } from './signed-body.ts';

/**
 * Webhooks of Jira and Confluence that were given a secret; the header is WebSub's. Automation rules cannot sign:
 * for them there are `api-key` and `bearer-token`.
 * @see https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks
 * @see https://www.w3.org/TR/websub/#signature-validation
 */
export const jira = signedBodyMethod({ header: 'X-Hub-Signature', prefix: 'sha256=' });
