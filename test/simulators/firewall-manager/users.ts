import { z } from 'zod';

/** @see https://developer.cisco.com/docs/cisco-security-cloud-control/authentication */
export const roleSchema = z.enum([
  'ROLE_SUPER_ADMIN',
  'ROLE_ADMIN',
  'ROLE_READ_ONLY',
  'ROLE_EDIT_ONLY',
  'ROLE_DEPLOY_ONLY',
  'ROLE_VPN_SESSIONS_MANAGER',
  'ROLE_FWAAS',
  'ROLE_PASSIVE_IDENTITY_AGENT',
  'ROLE_OPERATIONAL_ADMIN',
]);

export type Role = z.infer<typeof roleSchema>;

/** A user of the tenant: a person, or one that only holds an API token. */
export interface User {
  readonly uid: string;
  readonly name: string;
  readonly role: Role;
  readonly apiOnlyUser: boolean;
  /** Only people have these two. */
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
}

/** The users of the tenant. */
export class Users {
  readonly #users = new Map<string, User>();

  /** Adds the user, or replaces the one with the same uid. */
  put(user: User): void {
    this.#users.set(user.uid, user);
  }

  delete(uid: string): void {
    this.#users.delete(uid);
  }

  find(uid: string): User | undefined {
    return this.#users.get(uid);
  }

  all(): readonly User[] {
    return [...this.#users.values()];
  }

  clear(): void {
    this.#users.clear();
  }
}
