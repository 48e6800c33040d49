import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { describeCall } from '../http/redact.ts';

/** The call that was refused, and whose key it was made with. */
export interface RefusedCall {
  readonly call: { readonly method: string; readonly url: URL };
  /** Our name of the organisation. */
  readonly organisation: string;
  /** The platform's id of the organisation, as the call had it. */
  readonly organizationId: string;
  /** Whether that is one which the key's own organisation manages. */
  readonly isManaged?: boolean;
}

const whichOrganizationId =
  'organizationId must be the enterpriseId in the address of the API Keys page of the console; the id inside a token is another one';

/**
 * What a person has to do about a call that the platform refused.
 * @param text the platform's words, fit to be shown
 */
export function platformProblem(
  { call, organisation, organizationId, isManaged }: RefusedCall,
  status: number,
  text: string,
): ConfigurationProblem | GiveUp {
  const answered = `${describeCall(call)} answered ${status}: ${text}.`;
  const storeAgain = `store the key again with: npm run cli -- credentials set ${organisation}/scc-api-key`;
  if (/disabled/i.test(text)) {
    return new ConfigurationProblem(
      `${answered} The API key is disabled or has passed its expiry date. Enable it in the console, under Platform Management > API Keys, or generate a new one and ${storeAgain}`,
    );
  }
  if (status === 403 && isManaged) {
    return new ConfigurationProblem(
      `${answered} The key of ${organisation} may not do this in the organisation ${organizationId}, although ${organisation} manages it. Look in the console of ${organisation} whether the key's role covers managed organisations; else do what is left in the console of ${organizationId}, where keys of its own are made, too, under Platform Management > API Keys.`,
    );
  }
  switch (status) {
    case 401:
      return new ConfigurationProblem(
        `${answered} The credential was refused although it was issued just now. Look in the console, under Platform Management > API Keys, whether the key is enabled; else generate a new one and ${storeAgain}`,
      );
    case 403:
      return new ConfigurationProblem(
        `${answered} Either ${organizationId} is not the organisation of this key (${whichOrganizationId}), or the key is disabled, or its role has no API access (it needs Organization Member or Organization Administrator). Compare with the console, under Platform Management > API Keys, and ${storeAgain}`,
      );
    case 404:
      return new ConfigurationProblem(
        `${answered} There is no such organisation or API key for this token: ${whichOrganizationId}. ${organizationId} was sent. Correct it in the configuration and ${storeAgain}`,
      );
    case 421:
      return new ConfigurationProblem(
        `${answered} ${call.url.host} is the wrong region: organisations, users and API keys are served by https://api.security.cisco.com alone. Correct organisations.${organisation}.securityCloudControl.baseUrl if it is set, or apiBaseUrl in the secret, and ${storeAgain}`,
      );
    case 400:
    case 422:
      return new ConfigurationProblem(
        `${answered} The platform does not understand the ids that were sent (organizationId ${organizationId}): ${whichOrganizationId}. Correct them and ${storeAgain}`,
      );
    default:
      return new GiveUp(
        `${answered} That is no documented answer. Check that ${call.url.host} is the platform's API host (https://api.security.cisco.com).`,
      );
  }
}
