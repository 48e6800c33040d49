import type { StepResult } from '../working/step.ts';
import type { Joiner } from './joiner.ts';

/** Makes the joiner's account in Firewall Manager, which has users of its own, unless it is there. */
export async function createFirewallAccount({ request, profile, places }: Joiner): Promise<StepResult> {
  const { firewallAccounts } = places;
  const role = profile.firewallManagerRole;
  if (role === undefined) {
    return { result: 'not-needed', summary: 'the profile names no role in Firewall Manager' };
  }
  if (!firewallAccounts) {
    return { result: 'not-needed', summary: 'the organisation has no Firewall Manager in the configuration' };
  }
  const account = await firewallAccounts.find(request.email);
  if (!account) {
    await firewallAccounts.create({ email: request.email, role, name: request.name });
    return { result: 'done', summary: `account made with ${role}` };
  }
  if (account.roles.includes(role)) return { result: 'already', summary: `has an account with ${role}` };
  return {
    result: 'open',
    summary: `has an account with ${account.roles.join(', ') || 'no role'} instead of ${role}, and the API changes no roles. Change it in Firewall Manager under Settings > User Management, or delete the account there: the next attempt makes it anew.`,
  };
}
