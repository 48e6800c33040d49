import { RefusedInput } from '#shared/errors/refused-input.ts';
import { parseInput } from '../../control/parse-input.ts';
import type { Cloud } from '../cloud.ts';
import { newUser } from '../people/new-user.ts';
import { isPending, type User } from '../people/users.ts';
import {
  emailInputSchema,
  type GroupInput,
  groupInputSchema,
  type RoleInput,
  roleInputSchema,
  type UserInput,
  userInputSchema,
} from './people-inputs.ts';

/** What people do past the API: accept an invitation, make a group in the console, change a user's state. */
export class PeopleControl {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Makes a user, or changes the one with that e-mail address. */
  putUser(input: UserInput): void {
    const { email, ...other } = parseInput(userInputSchema, input);
    const former = this.#cloud.users.findByEmail(email);
    this.#cloud.users.put(newUser({ ...other, email }, this.#cloud.clock.now(), { ...former, ...other }));
  }

  /** Accepts a pending invitation, as only the person can. */
  acceptInvitation(email: string): void {
    const user = this.#userOf(parseInput(emailInputSchema, { email }).email);
    if (!isPending(user))
      throw new RefusedInput(`${email} has no pending invitation; the user is ${user.status}`);
    this.#cloud.users.put({ ...user, status: 'ACTIVE', statusChanged: this.#cloud.clock.now() });
  }

  putGroup(input: GroupInput): void {
    const { members, ...group } = parseInput(groupInputSchema, input);
    this.#cloud.groups.put({ ...group, userIds: this.#idsOf(members) });
  }

  putRole(input: RoleInput): void {
    const { users, groupIds, ...role } = parseInput(roleInputSchema, input);
    this.#cloud.roles.put({ ...role, userIds: this.#idsOf(users), groupIds: new Set(groupIds) });
  }

  #idsOf(emails: readonly string[]): ReadonlySet<string> {
    return new Set(emails.map((email) => this.#userOf(email).id));
  }

  #userOf(email: string): User {
    const user = this.#cloud.users.findByEmail(email);
    if (!user) throw new RefusedInput(`there is no user ${email}; make one with POST /_control/users`);
    return user;
  }
}
