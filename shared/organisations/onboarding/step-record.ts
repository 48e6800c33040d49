import type { RequestId } from '../../requests/request-id.ts';

/** Everything that an onboarding does, in its order. */
export const onboardingSteps = [
  'make-organisation',
  'read-claim-code',
  'redeem-claim-code',
  'share-entitlement',
  'activate-product',
  'deactivate-product',
  'create-group',
  'grant-role',
  'invite-administrator',
  'add-to-group',
] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

/** One step about one thing. */
export interface StepName {
  readonly step: OnboardingStep;
  /** Which organisation, product, group or person it is about; never a secret. */
  readonly subject: string;
}

/** What became of a step: the audit record. Written before the step begins and after it. */
export interface StepRecord extends StepName {
  /** Who asked for it last. */
  readonly requestId: RequestId;
  readonly result: /** Begun and, as far as is known, not finished. */
    | 'begun'
    | 'done'
    /** It was so before. */
    | 'already'
    /** It could not be done; `summary` says why. */
    | 'open';
  readonly beganAt: Date;
  readonly endedAt?: Date | undefined;
  /** For people: what was found or done. */
  readonly summary: string;
  /** What later runs go by: the name of a subscription that a claim code stands for. */
  readonly learnt?: string | undefined;
}
