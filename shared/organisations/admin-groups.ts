import type { ChangeOutcome } from '../people/change-outcome.ts';
import type { AvailableGroups, Group } from '../people/groups.ts';
import type { Role } from '../people/roles.ts';

/** How a group is made. */
export interface GroupToCreate {
  readonly name: string;
  readonly description?: string | undefined;
}

/**
 * The admin groups of one organisation and the roles that their members have.
 *
 * All of it throws RetryLater when it may work later, and ConfigurationProblem when a person has to act.
 */
export interface AdminGroups {
  available(): Promise<AvailableGroups>;
  /**
   * Makes a group. Whether a second one of the same name is refused is not documented: look first.
   * @throws RefusedInput when it is not accepted
   * @throws OutcomeUnknown when the answer was lost: look before repeating it
   */
  create(group: GroupToCreate): Promise<Group>;
  /** The roles that a group has. */
  rolesOf(group: Group): Promise<readonly Role[]>;
  /** Gives a group a role; safe to repeat. */
  grant(role: Role, group: Group): Promise<ChangeOutcome>;
}
