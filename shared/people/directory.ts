import { z } from 'zod';
import type { ChangeOutcome } from './change-outcome.ts';
import type { EmailAddress } from './email-address.ts';

/** How the directory names a person in calls about groups and roles; says nothing to anybody else. */
export const directoryIdSchema = z.string().min(1).brand<'DirectoryId'>();
export type DirectoryId = z.infer<typeof directoryIdSchema>;

interface ListedPerson {
  readonly email: EmailAddress;
  /** The address as the directory spells it: what calls about the person have to name. */
  readonly listedAs: string;
  readonly id: DirectoryId;
  /** Since when the person is in this state, where the directory says it. */
  readonly since?: Date;
}

export interface AbsentPerson {
  readonly state: 'absent';
  readonly email: EmailAddress;
}

/** Was invited and has not accepted: only the person can. */
export interface InvitedPerson extends ListedPerson {
  readonly state: 'invited';
}

/** Can sign in, or needs nobody's help to: a forgotten password counts as active too. */
export interface ActivePerson extends ListedPerson {
  readonly state: 'active';
}

/** Cannot sign in until enabled again. Groups and roles may still be there. */
export interface DisabledPerson extends ListedPerson {
  readonly state: 'disabled';
}

/** Somebody whom the directory lists, in whatever state. */
export type PresentPerson = InvitedPerson | ActivePerson | DisabledPerson;

/**
 * A person as the directory knows them:
 *
 *     absent -invite-> invited -(accepts)-> active -disable-> disabled -enable-> active
 *                                     any but absent -remove-> absent
 */
export type Person = AbsentPerson | PresentPerson;

/** What an invitation greets with. */
export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * Who is in an organisation, and in which state. Every change takes a person in a state from which it makes sense, so
 * that nobody is invited twice or enabled who was not disabled.
 *
 * All of it throws RetryLater when it may work later, and ConfigurationProblem when a person has to act.
 */
export interface Directory {
  /** Everybody whom the directory lists, the disabled and the invited too. */
  people(): Promise<readonly PresentPerson[]>;
  /** One person. `absent` is looked for in every state before it is said. */
  find(email: EmailAddress): Promise<Person>;
  /**
   * Invites somebody: the directory writes them an e-mail. It is `already` when somebody else has invited them
   * meanwhile.
   * @throws OutcomeUnknown when the answer was lost and the person is not listed: look again before repeating it
   */
  invite(person: AbsentPerson, name: PersonName): Promise<ChangeOutcome>;
  /**
   * Sends the invitation once more. It is `already` when the person has accepted meanwhile.
   * @throws OutcomeUnknown when the answer was lost: the e-mail may have been sent, and nothing shows it
   */
  inviteAgain(person: InvitedPerson): Promise<ChangeOutcome>;
  /** Ends sign-in. Groups and roles stay, so that it can be undone. */
  disable(person: InvitedPerson | ActivePerson): Promise<ChangeOutcome>;
  enable(person: DisabledPerson): Promise<ChangeOutcome>;
  /**
   * Takes the person out of the organisation. Take them out of groups and roles first: what is left of those may be
   * theirs again when they are invited anew.
   */
  remove(person: PresentPerson): Promise<ChangeOutcome>;
}
