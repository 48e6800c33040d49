import type { ProfileName } from '../../config/names.ts';
import type { EmailAddress } from '../email-address.ts';
import type { PersonName } from '../person-name.ts';
import type { EffectiveTime } from './effective-time.ts';

interface AboutPerson {
  /** Who it is. */
  readonly email: EmailAddress;
  /** `derived`: made from the name by the configured template; somebody else may have that address. */
  readonly emailOrigin: 'stated' | 'derived';
  readonly effective: EffectiveTime;
  /** The ticket that asks for it: a later word of the same ticket changes or withdraws it. */
  readonly ticket?: string | undefined;
  readonly requester?: string | undefined;
}

/** Somebody joins: is to have, from then on, what the profile says. */
export interface OnboardRequest extends AboutPerson {
  readonly kind: 'onboard';
  readonly name: PersonName;
  readonly profile: ProfileName;
}

/** Somebody leaves: is to be out of every place, from then on. */
export interface OffboardRequest extends AboutPerson {
  readonly kind: 'offboard';
  readonly name?: PersonName | undefined;
  /** Of their own will or not, where that is told. */
  readonly departure: 'voluntary' | 'involuntary' | 'unknown';
}

/** One change in one person's life with the company, as it was asked for. */
export type LifecycleRequest = OnboardRequest | OffboardRequest;
