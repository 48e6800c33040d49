import type { RequestId } from '../../requests/request-id.ts';
import type { OnboardingId } from '../onboarding/onboarding-id.ts';
import type { LeftForPerson } from '../onboarding/onboarding-result.ts';
import type { Organisation, OrganisationRegion } from '../organisation.ts';

/**
 * How an onboarding stands:
 *
 *     under-way -> under-way | onboarded | incomplete | blocked | refused
 *     blocked   -> any, by itself, once a person has put right what keeps it from going on
 *     onboarded | incomplete | refused -> any, when it is asked for again
 */
export type OnboardingStanding =
  /** It goes on by itself. */
  | {
      readonly state: 'under-way';
      readonly organisation?: Organisation | undefined;
      readonly leftForPerson: readonly LeftForPerson[];
      readonly waitingFor: readonly string[];
    }
  | { readonly state: 'onboarded'; readonly organisation: Organisation }
  /** The rest is for a person. */
  | {
      readonly state: 'incomplete';
      readonly organisation: Organisation;
      readonly leftForPerson: readonly LeftForPerson[];
    }
  /** A person has to put something right that does not stand in the request. */
  | { readonly state: 'blocked'; readonly problem: string }
  /** The request has to be corrected. */
  | { readonly state: 'refused'; readonly problem: string };

/** The last word about an onboarding, and who asked for it last. */
export interface OnboardingRecord {
  readonly onboarding: OnboardingId;
  /** Of the organisation, as it was asked for. */
  readonly name: string;
  readonly region: OrganisationRegion;
  readonly requestId: RequestId;
  readonly ticket?: string | undefined;
  readonly requestedBy?: string | undefined;
  readonly standing: OnboardingStanding;
  readonly at: Date;
}

/** Where the last word about each onboarding is kept. */
export interface OnboardingRecords {
  find(onboarding: OnboardingId): Promise<OnboardingRecord | undefined>;
  /** In no order. */
  all(): Promise<readonly OnboardingRecord[]>;
  /** Resolves when it is durable. */
  keep(record: OnboardingRecord): Promise<void>;
}
