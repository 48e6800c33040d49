import { z } from 'zod';
import { directoryIdSchema, type PresentPerson } from '../../../people/directory.ts';
import { parseEmailAddress } from '../../../people/email-address.ts';
import { lenientText } from '../lenient-text.ts';
import { userState } from './user-state.ts';

const date = z.string().pipe(z.coerce.date()).optional().catch(undefined);

/**
 * A user as the platform lists them. No field is declared required. Without an id nothing can be done for the person,
 * so that a list with such a user is not as documented; one without an e-mail address is nobody who can be named.
 */
const userSchema = z.object({
  id: directoryIdSchema,
  email: lenientText,
  status: lenientText,
  type: lenientText,
  created: date,
  statusChanged: date,
});

export type User = z.infer<typeof userSchema>;

export const usersAnswerSchema = z.object({ users: z.array(userSchema) });

/** The user as the rest of the project knows people; nothing for one without a readable e-mail address. */
export function personOf({ id, email: listedAs = '', status, statusChanged, created }: User) {
  const email = parseEmailAddress(listedAs);
  if (email === undefined) return undefined;
  const since = statusChanged ?? created;
  const person: PresentPerson = {
    state: userState(status),
    id,
    email,
    listedAs,
    ...(since && { since }),
  };
  return person;
}

/** Everybody of a list who can be named. */
export function peopleOf(users: readonly User[]): PresentPerson[] {
  return users.map(personOf).filter((person) => person !== undefined);
}
