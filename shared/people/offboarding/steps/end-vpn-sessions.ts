import { endSessions } from '../../sessions/end-sessions.ts';
import type { Session, SessionPlace } from '../../sessions/session-place.ts';
import type { OffboardingStep } from '../leaver.ts';
import type { OffboardingPlaces } from '../offboarding-places.ts';
import { removalSummary } from './removal-summary.ts';

/** Ends the VPN sessions in Secure Access, by name alone, until none is listed. */
export const endVpnSessions = endingSessions(({ vpnSessions }) => vpnSessions, {
  noun: 'VPN session',
  notConfigured: 'this edition of Secure Access has no VPN to look at',
});

/** Ends the VPN sessions on the firewalls, on each of them by name alone, until none is listed. */
export const endFirewallVpnSessions = endingSessions(({ firewallVpnSessions }) => firewallVpnSessions, {
  noun: 'firewall VPN session',
  notConfigured: 'no Firewall Manager is configured',
});

function endingSessions(
  placeOf: (places: OffboardingPlaces) => SessionPlace | undefined,
  { noun, notConfigured }: { noun: string; notConfigured: string },
): OffboardingStep {
  return async ({ vpnUserNames, places, sleep }, { isResumed }) => {
    const place = placeOf(places);
    if (!place) return { result: 'not-needed', summary: notConfigured };
    const removal = await endSessions(vpnUserNames, place, { sleep });
    return removalSummary(removal, { noun, past: 'ended', nameOf: sessionName }, isResumed);
  };
}

export function sessionName({ userName, device }: Session): string {
  return device === undefined ? userName : `${userName} on ${device}`;
}
