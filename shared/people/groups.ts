import { z } from 'zod';
import type { ChangeOutcome } from './change-outcome.ts';
import type { PresentPerson } from './directory.ts';

export const groupIdSchema = z.string().min(1).brand<'GroupId'>();
export type GroupId = z.infer<typeof groupIdSchema>;

interface AnyGroup {
  readonly id: GroupId;
  readonly name: string;
}

/** A group whose members are added and removed here. */
export interface EditableGroup extends AnyGroup {
  readonly membersManagedBy: 'us';
}

/**
 * A group whose members come from elsewhere. Those of the platform itself must be left alone: one of them may be what
 * keeps a disabled person out.
 */
export interface ForeignGroup extends AnyGroup {
  readonly membersManagedBy: 'identity-provider' | 'another-organisation' | 'platform';
}

/** A group of administrators: its members have the roles that the group has. */
export type Group = EditableGroup | ForeignGroup;

export interface AvailableGroups {
  readonly groups: readonly Group[];
  /** Whether these are all, as far as can be told. */
  readonly isComplete: boolean;
}

/**
 * The groups of an organisation, and who is in them.
 *
 * All of it throws RetryLater when it may work later, ConfigurationProblem when a person has to act, and RefusedInput
 * about somebody who is no longer listed.
 */
export interface Groups {
  available(): Promise<AvailableGroups>;
  /** The groups that a person is in, those that are not ours to change among them. */
  of(person: PresentPerson): Promise<readonly Group[]>;
  /** Who is in a group, in whatever state. */
  members(group: Group): Promise<readonly PresentPerson[]>;
  add(group: EditableGroup, person: PresentPerson): Promise<ChangeOutcome>;
  remove(group: EditableGroup, person: PresentPerson): Promise<ChangeOutcome>;
}
