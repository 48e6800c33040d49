import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LifecycleSourceName } from '../../config/names.ts';
import type { EmailAddress } from '../email-address.ts';
import type { ProvisionedPerson } from './read-scim-change.ts';

/** How an identity provider names one of its users to us: 32 hexadecimal digits. */
export const provisionedIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'an id is 32 hexadecimal digits')
  .brand<'ProvisionedId'>();
export type ProvisionedId = z.infer<typeof provisionedIdSchema>;

/** The same person always has the same id with a provider, so that creating somebody twice is noticed. */
export function provisionedIdOf(source: LifecycleSourceName, email: EmailAddress): ProvisionedId {
  const digest = createHash('sha256').update(`${source}\n${email}`, 'utf8').digest('hex');
  return provisionedIdSchema.parse(digest.slice(0, 32));
}

/** Somebody of whom an identity provider has told us, as it last did. */
export interface ProvisionedUser extends ProvisionedPerson {
  readonly id: ProvisionedId;
  readonly userName: string;
  /** The provider's own id. */
  readonly externalId?: string | undefined;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Counts every change, so that two who change it at once are told apart. */
  readonly revision: number;
  /** What was last asked of the planner; nothing: being created, and not asked yet. Nobody is shown that. */
  readonly active?: boolean | undefined;
}

/** Where the users of identity providers are kept. */
export interface ProvisionedUsers {
  /** Consistent. */
  find(source: LifecycleSourceName, id: ProvisionedId): Promise<ProvisionedUser | undefined>;
  /** All of a provider; consistent. */
  all(source: LifecycleSourceName): Promise<readonly ProvisionedUser[]>;
  /**
   * Keeps a user as the successor of `before`; without that, as a new one.
   * `contested`: somebody else did something to it meanwhile; look again.
   */
  keep(
    source: LifecycleSourceName,
    user: ProvisionedUser,
    before: ProvisionedUser | undefined,
  ): Promise<'kept' | 'contested'>;
  /** Forgets a user, as it was read. */
  forget(source: LifecycleSourceName, user: ProvisionedUser): Promise<'forgotten' | 'contested'>;
}
