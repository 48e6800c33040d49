import { z } from 'zod';

export const firewallUidSchema = z.guid().brand<'FirewallUid'>();
export type FirewallUid = z.infer<typeof firewallUidSchema>;

/** A firewall on which rules use groups. What is changed in a group works there only once it was deployed. */
export interface Firewall {
  readonly uid: FirewallUid;
  readonly name: string;
  /**
   * How changes come to it: in a call of its own, in one call with others, or not through us, so that a person does
   * it where the firewall is managed.
   */
  readonly deployed: 'alone' | 'with-others' | 'elsewhere';
}
