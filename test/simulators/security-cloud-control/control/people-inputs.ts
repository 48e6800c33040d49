import { z } from 'zod';
import { groupTypeSchema } from '../people/groups.ts';
import { userStatusSchema, userTypeSchema } from '../people/users.ts';

const emails = z.array(z.email());

/** A user as somebody else would make or change one; takes the place of the one with that e-mail address. */
export const userInputSchema = z.strictObject({
  email: z.email(),
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  status: userStatusSchema.default('ACTIVE'),
  type: userTypeSchema.default('Local'),
});

/** Names a user. */
export const emailInputSchema = z.strictObject({ email: z.email() });

/** A group as a person would make it in the console; takes the place of the one with that id. */
export const groupInputSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1),
  type: groupTypeSchema.default('Local'),
  members: emails.default([]).describe('Users by their e-mail addresses; they must exist.'),
});

/** A role as a product would bring it; takes the place of the one with that id. */
export const roleInputSchema = z.strictObject({
  id: z.uuid(),
  displayName: z.string().min(1),
  type: z.enum(['STATIC', 'CUSTOM']).default('STATIC'),
  products: z.array(z.strictObject({ key: z.string(), name: z.string() })).min(1),
  users: emails.default([]).describe('Users by their e-mail addresses; they must exist.'),
  groupIds: z.array(z.uuid()).default([]),
});

export type UserInput = z.input<typeof userInputSchema>;
export type GroupInput = z.input<typeof groupInputSchema>;
export type RoleInput = z.input<typeof roleInputSchema>;
