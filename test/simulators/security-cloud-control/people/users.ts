import { z } from 'zod';

/** Every status that the platform's description knows. */
export const userStatusSchema = z.enum([
  'STAGED',
  'PROVISIONED',
  'ACTIVE',
  'RECOVERY',
  'LOCKED_OUT',
  'PASSWORD_EXPIRED',
  'SUSPENDED',
  'DEPROVISIONED',
  'DISABLED',
  'ENTERPRISE_DISABLED',
]);

export type UserStatus = z.infer<typeof userStatusSchema>;

export const userTypeSchema = z.enum(['Local', 'Federated', 'Shared']);

/** A user of the organisation. */
export interface User {
  /** 20 letters and digits. */
  readonly id: string;
  /** By which the answers to changes of roles name a user. */
  readonly uuid: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly type: z.infer<typeof userTypeSchema>;
  readonly status: UserStatus;
  /** What the status is again when the user is enabled. */
  readonly statusWhenEnabled: UserStatus;
  readonly created: Date;
  readonly statusChanged: Date;
  /** Invitations that were sent by e-mail. */
  readonly invitationsSent: number;
}

/** Whether the user has not accepted the invitation. */
export function isPending({ status }: User): boolean {
  return status === 'STAGED' || status === 'PROVISIONED';
}

/** Whether the organisation keeps the user out. */
export function isDisabled({ status }: User): boolean {
  return status === 'DISABLED' || status === 'ENTERPRISE_DISABLED';
}

/** The users of the organisation. E-mail addresses that differ in case alone are one user's. */
export class Users {
  readonly #users = new Map<string, User>();

  /** Adds the user, or replaces the one with the same e-mail address. */
  put(user: User): void {
    this.#users.set(user.email.toLowerCase(), user);
  }

  delete(email: string): void {
    this.#users.delete(email.toLowerCase());
  }

  findByEmail(email: string): User | undefined {
    return this.#users.get(email.toLowerCase());
  }

  findById(id: string): User | undefined {
    return this.all().find((user) => user.id === id);
  }

  all(): readonly User[] {
    return [...this.#users.values()];
  }

  clear(): void {
    this.#users.clear();
  }
}
