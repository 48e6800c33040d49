import type { EmailAddress } from '../email-address.ts';
import type { KnownPeople } from '../fuses/fuse-facts.ts';

/** What the organisations say about who is there. */
export type OrganisationFacts = Pick<KnownPeople, 'peopleCount' | 'administrators'>;

/** Looks into the organisations for what the fuses have to know. */
export interface PeopleFacts {
  /**
   * Asks no more than is needed: once as many administrators are found as must remain, no others are looked for.
   * @param leaving all who are to leave
   * @throws RetryLater when it may be found out later, and ConfigurationProblem when a person has to act
   */
  read(leaving: ReadonlySet<EmailAddress>): Promise<OrganisationFacts>;
}

/** What is known where nothing can be found out: whatever depends on it is held. */
export const unknownFacts: OrganisationFacts = { peopleCount: undefined, administrators: undefined };
