import type { AutomationError } from '../../errors/automation-error.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { RefusedInput } from '../../errors/refused-input.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import { readXdrError } from './error-body.ts';
import type { XdrScope } from './scopes.ts';

/**
 * What an answer other than success asks of the caller; pure. 429 and 5xx never come here: they are tried again or
 * left for later by the HTTP client.
 * @param call method, host and path
 */
export function refusalOf(answer: HttpAnswer, call: string, scope: XdrScope): AutomationError {
  const error = readXdrError(answer.body);
  const said = `${call} answered ${answer.status}: ${error.text}.`;
  switch (answer.status) {
    case 401:
      return new ConfigurationProblem(
        `${said} The token was just issued. The XDR client may have been deleted, or its owner deactivated: look at it in the XDR console (Administration > API Clients), and store a working client.`,
      );
    case 403: {
      const required = error.requiredScopes.length > 0 ? error.requiredScopes : [scope];
      const missing = error.missingScopes.length > 0 ? ` It lacks ${error.missingScopes.join(', ')}.` : '';
      return new ConfigurationProblem(
        `${said} The call needs the scope ${required.join(', ')}.${missing} Make a client with it in the XDR console, as a user whose role has it, and store it.`,
      );
    }
    case 404:
      return new GiveUp(
        `${said} What it names no longer exists, or the host is not that of the organisation's region.`,
      );
    case 400:
    case 409:
    case 412:
    case 413:
    case 415:
    case 422:
      return new RefusedInput(`${said} Repeating it unchanged will not help.`);
    default:
      return new GiveUp(
        `${said} That is not documented: check that the host is the one of the configured region.`,
      );
  }
}
