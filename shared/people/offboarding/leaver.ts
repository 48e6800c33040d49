import type { NonEmptyArray } from '../../non-empty.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { EmailAddress } from '../email-address.ts';
import type { UserName } from '../user-name.ts';
import type { StepContext, StepResult } from '../working/step.ts';
import type { OffboardingPlaces } from './offboarding-places.ts';

/** Somebody who leaves, as they are called. */
export interface Leaver {
  readonly email: EmailAddress;
  /** Where they log in to a VPN. */
  readonly vpnUserNames: NonEmptyArray<UserName>;
}

/** Somebody who leaves one organisation. */
export interface LeaverInPlaces extends Leaver {
  readonly places: OffboardingPlaces;
  readonly sleep: Sleep;
}

/** One step that cuts somebody off. Doing it again takes away what has come back, and nothing else. */
export type OffboardingStep = (leaver: LeaverInPlaces, context: StepContext) => Promise<StepResult>;
