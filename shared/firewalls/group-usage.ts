import type { NonEmptyArray } from '../non-empty.ts';
import type { Firewall, FirewallUid } from './firewall.ts';

/** A network group, in the two ways in which a rule may name it. */
export interface GroupReference {
  readonly uid: string;
  readonly name: string;
}

/** A group whose effect is asked for. A rule that uses a group uses everything in it. */
export interface GroupToProve extends GroupReference {
  /** The groups that it is a member of, as far as they are known. */
  readonly memberOf: readonly GroupReference[];
  /**
   * When it, or what it stands in, was last changed. What the firewalls are said to have may be older than a change of
   * the last minutes, and then proves nothing. Left out: the last change is long ago.
   */
  readonly changedAt?: Date | undefined;
}

/** What a rule does to the addresses of a group. */
export type RuleEffect =
  | { readonly kind: 'denies' }
  /** It would deny, but does not: it is switched off, or another rule is met first. */
  | { readonly kind: 'denies-nothing'; readonly because: string }
  /** It lets them through, or would as soon as somebody switches it on. */
  | { readonly kind: 'permits'; readonly isActive: boolean };

/** A rule that names a group, or something that contains it. */
export interface RuleUsingGroup {
  /** For a person to find it: `rule 3 on vpn-west`. */
  readonly description: string;
  readonly effect: RuleEffect;
  /** The firewalls that it stands on. */
  readonly firewallUids: readonly FirewallUid[];
}

/** What was changed by others and would be deployed with ours. */
export type OtherChanges =
  | { readonly kind: 'listed'; readonly changes: readonly string[] }
  /** The vendor does not say what is pending there. */
  | { readonly kind: 'not-listed' };

/** A firewall that does not have the group as it is written, or of which that is not known. */
export interface PendingFirewall {
  readonly firewall: Firewall;
  readonly state: 'changes-pending' | 'unknown';
  readonly otherChanges: OtherChanges;
  /** How the last deployment to it failed, in words, where it did. */
  readonly lastFailure?: string | undefined;
}

/** What the firewalls make of one group. */
export interface GroupUsage {
  readonly rules: readonly RuleUsingGroup[];
  readonly pending: readonly PendingFirewall[];
  /** Firewalls whose rules could not be read, each with the reason: what they do with the group is not known. */
  readonly unread: readonly { readonly firewall: Firewall; readonly because: string }[];
}

/** Where the usage of groups is learnt. */
export interface GroupUsages {
  /**
   * Reads rules and firewalls once for all of these groups.
   * @returns one usage for each group, by its uid
   * @throws GiveUp when the rules cannot be understood: then nothing may be concluded from them
   * @throws ConfigurationProblem, RetryLater as every read does
   */
  usagesOf(groups: NonEmptyArray<GroupToProve>): Promise<ReadonlyMap<string, GroupUsage>>;
}
