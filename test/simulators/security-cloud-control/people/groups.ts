import { z } from 'zod';
import { withoutUser } from './with-user.ts';

export const groupTypeSchema = z.enum(['Local', 'Federated', 'Shared', 'System']);

/** An admin group. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly type: z.infer<typeof groupTypeSchema>;
  readonly description?: string | undefined;
  /** Left out: long ago. */
  readonly created?: Date;
  /** Ids of its users. */
  readonly userIds: ReadonlySet<string>;
}

/** The admin groups of the organisation. */
export class Groups {
  readonly #groups = new Map<string, Group>();

  /** Adds the group, or replaces the one with the same id. */
  put(group: Group): void {
    this.#groups.set(group.id, group);
  }

  find(id: string): Group | undefined {
    return this.#groups.get(id);
  }

  ofUser(userId: string): readonly Group[] {
    return this.all().filter(({ userIds }) => userIds.has(userId));
  }

  /** Takes a user out of every group. */
  forgetUser(userId: string): void {
    for (const group of this.ofUser(userId)) this.put(withoutUser(group, userId));
  }

  all(): readonly Group[] {
    return [...this.#groups.values()];
  }

  clear(): void {
    this.#groups.clear();
  }
}
