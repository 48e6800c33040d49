import { withoutUser } from './with-user.ts';

/** A role of the products of the organisation. */
export interface Role {
  readonly id: string;
  readonly displayName: string;
  readonly type: 'STATIC' | 'CUSTOM';
  readonly products: readonly { readonly key: string; readonly name: string }[];
  /** Ids of the users who have it themselves. */
  readonly userIds: ReadonlySet<string>;
  /** Ids of the groups whose members have it. */
  readonly groupIds: ReadonlySet<string>;
}

/** The roles of the organisation. Nobody makes or deletes one by the API. */
export class Roles {
  readonly #roles = new Map<string, Role>();

  /** Adds the role, or replaces the one with the same id. */
  put(role: Role): void {
    this.#roles.set(role.id, role);
  }

  find(id: string): Role | undefined {
    return this.#roles.get(id);
  }

  /** Takes every role away from a user. */
  forgetUser(userId: string): void {
    for (const role of this.all()) this.put(withoutUser(role, userId));
  }

  all(): readonly Role[] {
    return [...this.#roles.values()];
  }

  clear(): void {
    this.#roles.clear();
  }
}
