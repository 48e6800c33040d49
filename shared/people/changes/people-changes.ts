import type { EmailAddress } from '../email-address.ts';
import type { Approval, ChangeStanding, PersonChange } from './person-change.ts';

/** What was changed meanwhile by somebody else: look again. */
export type Contested = 'contested';

/** Where changes are kept. A person has one current change; those before it are history. */
export interface PeopleChanges {
  /** The latest change of a person; consistent. */
  find(person: EmailAddress): Promise<PersonChange | undefined>;
  /** All changes of a person, the latest first. */
  history(person: EmailAddress): Promise<readonly PersonChange[]>;
  /**
   * The latest change of everybody, page by page, in the order of their addresses.
   * @param after leaves out everybody up to this one
   */
  all(after?: EmailAddress): AsyncIterable<readonly PersonChange[]>;
  /** Whom a ticket of a source was last about; consistent. */
  ofTicket(source: string, ticket: string): Promise<PersonChange | undefined>;
  /**
   * Makes a change the current one of its person. `instead` is what was current until now, as it was read.
   * Recording the same change again is `contested` as well, and harmless.
   */
  begin(change: PersonChange, instead: PersonChange | undefined): Promise<'recorded' | Contested>;
  /**
   * Moves a current change on, as it was read; the answer is how it stands now.
   * @param approval kept with the change from then on; left out: that of the change stays
   */
  move<To extends ChangeStanding>(
    change: PersonChange,
    to: To,
    approval?: Approval,
  ): Promise<PersonChange<To> | Contested>;
}
