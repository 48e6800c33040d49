import type { OrganisationName } from '../../config/names.ts';

/** Steps that let somebody in, in their order. */
export const onboardingSteps = [
  'invite',
  'add-to-groups',
  'assign-roles',
  'create-firewall-account',
  'verify-onboarding',
] as const;

/** Steps that cut somebody off, in their order: first what keeps them from coming back. */
export const offboardingSteps = [
  'disable-sign-in',
  'remove-from-groups',
  'withdraw-roles',
  'delete-firewall-account',
  'end-vpn-sessions',
  'end-firewall-vpn-sessions',
  'revoke-device-certificates',
  'remove-roaming-computers',
  'report-owned-credentials',
  'verify-offboarding',
] as const;

/** The last step of a leaver, when the undo window is over. */
export const removalSteps = ['remove-from-organisation'] as const;

/** Steps that give back what was taken away. */
export const undoSteps = [
  'enable-sign-in',
  'give-back-groups',
  'give-back-roles',
  'recreate-firewall-account',
] as const;

export const stepNames = [...onboardingSteps, ...offboardingSteps, ...removalSteps, ...undoSteps] as const;
export type StepName = (typeof stepNames)[number];

/** What a step took away, so that it can be given back. Recorded before it is taken away. */
export interface TakenAway {
  /** Whether the person could sign in until then: nobody is enabled who was disabled before. */
  readonly signIn?: boolean | undefined;
  readonly groups?: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly roles?: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly firewallManagerRoles?: readonly string[] | undefined;
}

/** What became of one step in one organisation: the audit record. Written before the step begins and after it. */
export interface StepRecord {
  readonly step: StepName;
  readonly organisation: OrganisationName;
  readonly result: /** Begun and, as far as is known, not finished. */
    | 'begun'
    | 'done'
    /** It was so before. */
    | 'already'
    /** Nothing of that kind is configured or there. */
    | 'not-needed'
    /** It could not be done; `summary` says why. */
    | 'open';
  readonly attempts: number;
  readonly beganAt: Date;
  readonly endedAt?: Date | undefined;
  /** For people: what was found and done: `2 sessions ended, 0 left`. */
  readonly summary: string;
  readonly takenAway?: TakenAway | undefined;
}
