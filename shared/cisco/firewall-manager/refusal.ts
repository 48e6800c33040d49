import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import { describeCall } from '../http/redact.ts';
import { firewallManagerErrorText } from './error-text.ts';

/**
 * What a person has to do about a call that Firewall Manager did not carry out. A success that cannot be read is not
 * quoted, since it may hold a token.
 */
export function firewallManagerRefusal(
  call: { readonly method: string; readonly url: URL },
  { status, body }: Pick<HttpAnswer, 'status' | 'body'>,
): ConfigurationProblem | GiveUp {
  const described = describeCall(call);
  if (status < 400) return new GiveUp(`${described} answered ${status}, not in the documented form.`);
  const said = `${described} answered ${status}: ${firewallManagerErrorText(body)}.`;
  switch (status) {
    case 401:
      return new ConfigurationProblem(
        `${said} The stored token was revoked, or belongs to another region than ${call.url.host}. Generate one in Firewall Manager under Settings > User Management, and store it: npm run cli -- credentials set <organisation>/firewall-manager-token`,
      );
    case 403:
      return new ConfigurationProblem(
        `${said} The role of the user whose token is stored is too small: users are managed by super-admins alone, VPN sessions by super-admins, admins and VPN sessions managers; changes are deployed by super-admins, admins and deploy-only users. Change the role in Firewall Manager under Settings > User Management.`,
      );
    default:
      return new GiveUp(said);
  }
}
