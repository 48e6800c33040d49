import type { AuthenticationSettings } from '../../config/authentication.ts';
import { apiKeyMethod } from './api-key.ts';
import type { AuthenticationMethod } from './authentication.ts';
import { awsIamMethod } from './aws-iam.ts';
import { basic } from './basic.ts';
import { bearerToken } from './bearer-token.ts';
import { describedHmac } from './described-hmac.ts';
import { github } from './github.ts';
import { jira } from './jira.ts';
import { pagerDuty } from './pagerduty.ts';
import { slack } from './slack.ts';
import { standardWebhooks } from './standard-webhooks.ts';
import { stripeMethod } from './stripe.ts';
import { teams } from './teams.ts';
import { urlSecret } from './url-secret.ts';

/** The method of a connection's `authentication`. A new scheme is a file here, a line, and a form in the configuration. */
export function authenticationMethod(settings: AuthenticationSettings): AuthenticationMethod {
  switch (settings.scheme) {
    case 'standard-webhooks':
      return standardWebhooks;
    case 'github':
      return github;
    case 'jira':
      return jira;
    case 'pagerduty':
      return pagerDuty;
    case 'slack':
      return slack;
    case 'stripe':
      return stripeMethod(settings.header);
    case 'teams':
      return teams;
    case 'hmac':
      return describedHmac(settings);
    case 'bearer-token':
      return bearerToken;
    case 'basic':
      return basic;
    case 'api-key':
      return apiKeyMethod(settings.header);
    case 'url-secret':
      return urlSecret;
    case 'aws-iam':
      return awsIamMethod(settings.callers);
  }
}
