import type { OffboardingStep } from '../leaver.ts';

/** Deletes the account in Firewall Manager; nothing there can be disabled. */
export const deleteFirewallAccount: OffboardingStep = async (
  { email, places: { firewallAccounts } },
  context,
) => {
  if (!firewallAccounts) return { result: 'not-needed', summary: 'no Firewall Manager is configured' };
  const account = await firewallAccounts.find(email);
  if (account) {
    await context.keep({ firewallManagerRoles: account.roles });
    await firewallAccounts.delete(account);
  }
  const { firewallManagerRoles } = context.takenAway;
  if (!firewallManagerRoles) return { result: 'not-needed', summary: 'no account in Firewall Manager' };
  return {
    result: 'done',
    summary: `account in Firewall Manager deleted, which had ${firewallManagerRoles.join(', ') || 'no role'}`,
  };
};
