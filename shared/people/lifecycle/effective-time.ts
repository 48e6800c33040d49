import type { TimeZone } from '../../time/zoned-time.ts';

/** When something about a person takes effect. */
export type EffectiveTime =
  /** Now, before everything else: a hostile leaver, or what an identity provider has done already. */
  | { readonly kind: 'immediate'; readonly since: Date }
  /** At a moment, which may be past: then it is overdue. The time zone is for those who show it to people. */
  | { readonly kind: 'scheduled'; readonly at: Date; readonly timeZone: TimeZone };

/** The moment from which on it is due. */
export function dueAt(effective: EffectiveTime): Date {
  return effective.kind === 'immediate' ? effective.since : effective.at;
}
