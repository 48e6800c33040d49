import type { EmailAddress } from './email-address.ts';

/** A credential of a machine that depends on the person who made it. */
export interface OwnedCredential {
  /** As its console shows it. */
  readonly name: string;
  readonly id: string;
  /** What it may do, in the product's words: this is what breaks. */
  readonly allows: readonly string[];
  /** Nothing when it was never used, or that is not known. */
  readonly lastUsedAt?: Date | undefined;
  /** Nothing when it never ends. */
  readonly expiresAt?: Date | undefined;
}

/** Where credentials of machines name the person who made them. Only to look: nothing is revoked from here. */
export interface OwnedCredentials {
  ownedBy(person: EmailAddress): Promise<readonly OwnedCredential[]>;
}
