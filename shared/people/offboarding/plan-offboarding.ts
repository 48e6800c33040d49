import type { OrganisationName } from '../../config/names.ts';
import type { Sleep } from '../../time/sleep.ts';
import { offboardingSteps, removalSteps } from '../steps/step-record.ts';
import type { PlannedStep } from '../working/step.ts';
import type { Leaver, OffboardingStep } from './leaver.ts';
import type { OffboardingPlaces } from './offboarding-places.ts';
import { deleteFirewallAccount } from './steps/delete-firewall-account.ts';
import { disableSignIn } from './steps/disable-sign-in.ts';
import { endFirewallVpnSessions, endVpnSessions } from './steps/end-vpn-sessions.ts';
import { removeFromGroups } from './steps/remove-from-groups.ts';
import { removeFromOrganisation } from './steps/remove-from-organisation.ts';
import { removeRoamingComputers } from './steps/remove-roaming-computers.ts';
import { reportOwnedCredentials } from './steps/report-owned-credentials.ts';
import { revokeDeviceCertificates } from './steps/revoke-device-certificates.ts';
import { verifyOffboarding } from './steps/verify-offboarding.ts';
import { withdrawRoles } from './steps/withdraw-roles.ts';

type LeaverStepName = (typeof offboardingSteps)[number] | (typeof removalSteps)[number];

const doers: Readonly<Record<LeaverStepName, OffboardingStep>> = {
  'disable-sign-in': disableSignIn,
  'remove-from-groups': removeFromGroups,
  'withdraw-roles': withdrawRoles,
  'delete-firewall-account': deleteFirewallAccount,
  'end-vpn-sessions': endVpnSessions,
  'end-firewall-vpn-sessions': endFirewallVpnSessions,
  'revoke-device-certificates': revokeDeviceCertificates,
  'remove-roaming-computers': removeRoamingComputers,
  'report-owned-credentials': reportOwnedCredentials,
  'verify-offboarding': verifyOffboarding,
  'remove-from-organisation': removeFromOrganisation,
};

export type PlacesByOrganisation = ReadonlyMap<OrganisationName, OffboardingPlaces>;

/** The steps that cut somebody off. Each is done in every organisation before the next one: sign-in ends everywhere first. */
export function planOffboarding(leaver: Leaver, places: PlacesByOrganisation, sleep: Sleep): PlannedStep[] {
  return inEveryOrganisation(offboardingSteps, leaver, places, sleep);
}

/** The steps when the undo window is over. */
export function planRemoval(leaver: Leaver, places: PlacesByOrganisation, sleep: Sleep): PlannedStep[] {
  return inEveryOrganisation(removalSteps, leaver, places, sleep);
}

function inEveryOrganisation(
  steps: readonly LeaverStepName[],
  leaver: Leaver,
  placesOf: PlacesByOrganisation,
  sleep: Sleep,
): PlannedStep[] {
  return steps.flatMap((step) =>
    Array.from(placesOf, ([organisation, places]) => ({
      step,
      organisation,
      run: (context) => doers[step]({ ...leaver, places, sleep }, context),
    })),
  );
}
