import { z } from 'zod';
import type { ChangeOutcome } from './change-outcome.ts';
import type { PresentPerson } from './directory.ts';
import type { Group } from './groups.ts';

export const roleIdSchema = z.string().min(1).brand<'RoleId'>();
export type RoleId = z.infer<typeof roleIdSchema>;

/** A role as the console shows it. Roles of several products have the same display name. */
export interface Role {
  readonly id: RoleId;
  readonly displayName: string;
  /** The products in which it lets a person do something. */
  readonly products: readonly string[];
}

/**
 * The roles of an organisation, and who has them.
 *
 * All of it throws RetryLater when it may work later, ConfigurationProblem when a person has to act, and RefusedInput
 * about somebody who is no longer listed.
 */
export interface Roles {
  available(): Promise<readonly Role[]>;
  /** The roles that a person has; perhaps also those that they have by their groups. */
  of(person: PresentPerson): Promise<readonly Role[]>;
  /** The roles that the members of a group have by it. */
  ofGroup(group: Group): Promise<readonly Role[]>;
  assign(role: Role, person: PresentPerson): Promise<ChangeOutcome>;
  /** Takes a role away. One that a person has by a group only is `refused`: remove them from the group first. */
  withdraw(role: Role, person: PresentPerson): Promise<ChangeOutcome>;
}
