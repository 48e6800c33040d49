import type { LifecycleRequest } from './lifecycle-request.ts';

/** Why a row, ticket or body is not carried out, in one word; shown to senders and kept with the request. */
export const refusalReasons = [
  'action-unclear',
  'status-unclear',
  'status-contradicts-date',
  'email-missing',
  'email-unreadable',
  'email-not-derivable',
  'email-not-unique',
  'emails-contradict',
  'date-missing',
  'date-unreadable',
  'dates-contradict',
  'time-zone-unknown',
  'immediate-unclear',
  'profile-missing',
  'profile-unknown',
  'row-incomplete',
  'rows-contradict',
  'repeated-row',
  'not-a-person',
  'person-unknown',
  'not-understood',
  /** Somebody is to come back who is not out everywhere yet. */
  'leaving-unfinished',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why there is nothing to do, in one word. */
export type IdleReason =
  | 'still-active'
  | 'already-in'
  | 'already-out'
  | 'not-approved'
  | 'already-closed'
  | 'no-lifecycle-change';

/** It is not carried out. The explanation is a sentence for a person, and quotes no personal data. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly explanation: string;
}

/** What a row, ticket or body comes to: one of these, whole. */
export type ChangeReading =
  | { readonly kind: 'accepted'; readonly request: LifecycleRequest }
  /** What the ticket asked for before is taken back. */
  | { readonly kind: 'withdrawn'; readonly ticket: string }
  | { readonly kind: 'idle'; readonly reason: IdleReason }
  | Refusal;

export function refusal(reason: RefusalReason, explanation: string): Refusal {
  return { kind: 'refused', reason, explanation };
}

/** Whether a step of the reading ended in a refusal instead of a value. */
export function isRefusal<Value extends object>(value: Value | Refusal): value is Refusal {
  return 'kind' in value && value.kind === 'refused';
}
