import type { TokenInfo } from '../../cisco/firewall-manager/api-tokens.ts';
import type { FirewallManagerSettings } from '../../cisco/firewall-manager/base-url.ts';

/** Cisco's own documents spell this role in both ways. */
const otherSpellings: Readonly<Record<string, string>> = {
  ROLE_VPN_SESSION_MANAGER: 'ROLE_VPN_SESSIONS_MANAGER',
};

const spelledAlike = (role: string) => otherSpellings[role] ?? role;

/** What is wrong with a token that works, for a person; nothing is wrong with one that may be stored. */
export function tokenProblems(
  info: TokenInfo,
  settings: Pick<FirewallManagerSettings, 'tenantUid' | 'roles' | 'apiUserUids'>,
): string[] {
  const has = new Set(info.roles.map(spelledAlike));
  const missing = settings.roles.filter((role) => !has.has(spelledAlike(role)));
  return [
    ...(info.tenantUid === settings.tenantUid
      ? []
      : [`it belongs to tenant ${info.tenantUid}, configured is ${settings.tenantUid}`]),
    ...(settings.apiUserUids.includes(info.uid)
      ? []
      : [`it belongs to user ${info.uid}, configured are ${settings.apiUserUids.join(' and ')}`]),
    ...(missing.length === 0
      ? []
      : [`it lacks ${missing.join(', ')}; it has ${info.roles.join(', ') || 'no role'}`]),
    ...(info.expiresAt
      ? [`it expires at ${info.expiresAt}: it is a console token, API tokens never expire`]
      : []),
  ];
}
