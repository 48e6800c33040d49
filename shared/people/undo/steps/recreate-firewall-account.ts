import type { UndoStep } from '../former-leaver.ts';

/** Makes the account in Firewall Manager again, with the role that it had. One account is made with one role only. */
export const recreateFirewallAccount: UndoStep = async ({
  request: { email, name },
  places: { firewallAccounts },
  taken: { firewallManagerRoles },
}) => {
  if (!firewallManagerRoles) {
    return { result: 'not-needed', summary: 'no account in Firewall Manager was taken away' };
  }
  const [role, ...others] = firewallManagerRoles;
  if (!firewallAccounts || role === undefined) {
    return {
      result: 'open',
      summary: `The account in Firewall Manager was deleted and cannot be made again: ${firewallAccounts ? 'it had no role' : 'no Firewall Manager is configured any more'}. Make it in the console if it is needed.`,
    };
  }
  if (await firewallAccounts.find(email)) {
    return { result: 'already', summary: 'has an account in Firewall Manager' };
  }
  await firewallAccounts.create({ email, role, name });
  if (others.length === 0)
    return { result: 'done', summary: `account in Firewall Manager made again: ${role}` };
  return {
    result: 'open',
    summary: `The account in Firewall Manager was made again with ${role}. It had also ${others.join(', ')}: give that in the console.`,
  };
};
