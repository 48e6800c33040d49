import { AutomationError } from '../../../errors/automation-error.ts';
import { OutcomeUnknown } from '../../../errors/outcome-unknown.ts';
import { RetryLater } from '../../../errors/retry-later.ts';
import type { LeaverInPlaces, OffboardingStep } from '../leaver.ts';
import { listed } from '../listed.ts';
import { roleTitle } from '../role-title.ts';
import { sessionName } from './end-vpn-sessions.ts';
import { rolesByOtherGroups } from './withdraw-roles.ts';

/** Looks at one place, and names what is still there. */
type Check = (leaver: LeaverInPlaces) => Promise<readonly string[]>;

/** By what is looked at, in the words of the summary. */
const checks: Readonly<Record<string, Check>> = {
  'sign-in, groups and roles': signInGroupsAndRoles,
  'account in Firewall Manager': async ({ email, places }) =>
    (await places.firewallAccounts?.find(email)) ? ['an account in Firewall Manager'] : [],
  'VPN sessions': async ({ vpnUserNames, places }) =>
    (await places.vpnSessions?.list(vpnUserNames))?.map((session) => `VPN session ${sessionName(session)}`) ??
    [],
  'VPN sessions on firewalls': async ({ vpnUserNames, places }) =>
    (await places.firewallVpnSessions?.list(vpnUserNames))?.map(
      (session) => `VPN session on a firewall ${sessionName(session)}`,
    ) ?? [],
  'device certificates': async ({ email, places }) =>
    (await places.certifiedDevices?.list(email))?.map(
      ({ deviceId }) => `certificate of device ${deviceId}`,
    ) ?? [],
};

/**
 * Reads every place back: what a call has answered is no proof. Roaming computers were read back one by one when they
 * were removed; listing all of them again may take minutes.
 */
export const verifyOffboarding: OffboardingStep = async (leaver) => {
  const left: string[] = [];
  for (const [place, check] of Object.entries(checks)) left.push(...(await readBack(place, check, leaver)));
  if (left.length > 0)
    return { result: 'open', summary: `read back, and still there: ${listed(left, '; ')}` };
  return {
    result: 'done',
    summary: `read back, and nothing is left: ${Object.keys(checks).join(', ')}`,
  };
};

async function readBack(place: string, check: Check, leaver: LeaverInPlaces): Promise<readonly string[]> {
  try {
    return await check(leaver);
  } catch (error) {
    const isMomentary = error instanceof RetryLater || error instanceof OutcomeUnknown;
    if (isMomentary || !(error instanceof AutomationError)) throw error;
    return [`${place}, perhaps: it could not be read back (${error.message})`];
  }
}

async function signInGroupsAndRoles(leaver: LeaverInPlaces): Promise<readonly string[]> {
  const { directory, groups, roles } = leaver.places;
  const person = await directory.find(leaver.email);
  if (person.state === 'absent') return [];
  const ours = (await groups.of(person)).filter(({ membersManagedBy }) => membersManagedBy === 'us');
  const current = await roles.of(person);
  const byGroups = current.length > 0 ? await rolesByOtherGroups(leaver, person) : undefined;
  return [
    ...(person.state === 'disabled' ? [] : ['sign-in']),
    ...ours.map(({ name }) => `group ${name}`),
    ...current.filter(({ id }) => !byGroups?.has(id)).map((role) => `role ${roleTitle(role)}`),
  ];
}
