import { z } from 'zod';

/**
 * The name by which a person is logged in somewhere: mostly an e-mail address, on a firewall also `DOMAIN\name`.
 * It always names somebody. A place may read an empty name as "everybody", and a path loses a segment that is `.` or
 * `..`; a comma would make two names of one where names stand in a list.
 */
export const userNameSchema = z
  .string()
  .trim()
  .min(1, 'a user name is not empty')
  .max(254)
  .regex(/^[^\p{Cc},*?]+$/u, 'a user name has no control character, comma or wildcard')
  .refine((name) => name !== '.' && name !== '..', { error: 'a user name is neither "." nor ".."' })
  .refine((name) => name.isWellFormed(), { error: 'a user name is well-formed text' })
  .brand<'UserName'>();

export type UserName = z.infer<typeof userNameSchema>;

/** Whether two names are one person's: directories do not tell upper case from lower case. */
export function isSameUser(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
