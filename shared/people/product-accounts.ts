import type { EmailAddress } from './email-address.ts';
import type { PersonName } from './person-name.ts';

/** A person's account in one product, beside that in the directory. */
export interface ProductAccount {
  readonly id: string;
  readonly email: EmailAddress;
  /** As the product names them. */
  readonly roles: readonly string[];
}

export interface AccountToCreate<Role extends string> {
  readonly email: EmailAddress;
  readonly role: Role;
  /** Left out where it is not known. */
  readonly name?: PersonName | undefined;
}

/** The accounts of people in one product. `Role` is what the product can give. */
export interface ProductAccounts<Role extends string> {
  /** Nothing when the person has none. */
  find(email: EmailAddress): Promise<ProductAccount | undefined>;
  /**
   * Makes an account. What becomes of a second one for the same person is not known: {@link find} first.
   * @throws OutcomeUnknown when no answer came: find again
   */
  create(account: AccountToCreate<Role>): Promise<ProductAccount>;
  /** Takes the access to this product away. An account that is gone already is a success. */
  delete(account: ProductAccount): Promise<void>;
}
