import type { ProvisionedUser, ProvisionedUsers } from '#shared/people/scim/provisioned-user.ts';

/** The users of providers in memory, with the same rules for who comes first. */
export class InMemoryUsers implements ProvisionedUsers {
  readonly rows = new Map<string, ProvisionedUser>();
  /** Called before each write, so that a test can die or interfere there. */
  beforeWrite = () => {};

  async find(source: string, id: string) {
    return this.rows.get(`${source}/${id}`);
  }

  async all(source: string) {
    return [...this.rows].flatMap(([key, user]) => (key.startsWith(`${source}/`) ? [user] : []));
  }

  async keep(source: string, user: ProvisionedUser, before: ProvisionedUser | undefined) {
    this.beforeWrite();
    if (!this.#isUnchanged(source, user.id, before)) return 'contested';
    this.rows.set(`${source}/${user.id}`, user);
    return 'kept';
  }

  async forget(source: string, user: ProvisionedUser) {
    this.beforeWrite();
    if (!this.#isUnchanged(source, user.id, user)) return 'contested';
    this.rows.delete(`${source}/${user.id}`);
    return 'forgotten';
  }

  #isUnchanged(source: string, id: string, before: ProvisionedUser | undefined): boolean {
    const there = this.rows.get(`${source}/${id}`);
    return there?.revision === before?.revision && there?.createdAt.getTime() === before?.createdAt.getTime();
  }
}
