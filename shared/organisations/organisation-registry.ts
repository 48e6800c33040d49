import type { Organisation, OrganisationRegion } from './organisation.ts';

/** What a look has found. */
export interface OrganisationsFound {
  readonly organisations: readonly Organisation[];
  /** Whether these are all, as far as can be told. */
  readonly isComplete: boolean;
}

/**
 * The organisations that a key sees. There is no delete: what is made by mistake stays.
 *
 * All of it throws RetryLater when it may work later, and ConfigurationProblem when a person has to act.
 */
export interface OrganisationRegistry {
  /** The organisation of the key itself. */
  own(): Promise<Organisation>;
  /** All of them, the key's own too. */
  all(): Promise<OrganisationsFound>;
  /** All of that name and no others; letters of either case are the same. */
  named(name: string): Promise<OrganisationsFound>;
  /**
   * Makes an organisation that the key's own manages.
   * @throws RefusedInput when it is not accepted, for one because the name is taken
   * @throws OutcomeUnknown when the answer was lost: look before repeating it
   */
  create(organisation: { readonly name: string; readonly region: OrganisationRegion }): Promise<Organisation>;
}
