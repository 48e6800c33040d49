import { z } from 'zod';
import { roleSchema } from '../users.ts';

/** A user to make, or to put in the place of the one with the same uid, with a token or without. */
export const userSchema = z.strictObject({
  uid: z.uuid(),
  name: z.string().min(1),
  role: roleSchema,
  apiOnlyUser: z.boolean().default(true),
  apiToken: z
    .string()
    .regex(/^\S+$/, 'a token is sent as a bearer token, so it has no white space')
    .optional()
    .describe('Issued beside the tokens that the user has.'),
});

/** Names a token by the SHA-256 of its text in hexadecimal, so that the token itself is never sent or shown. */
export const examineSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the token, 64 hexadecimal digits in lower case'),
});

/** Deployments to a firewall that are to fail. */
export const failingDeploymentSchema = z.strictObject({
  deviceUid: z.uuid(),
  times: z.int().min(0).default(1),
  reason: z.string().min(1).default('The device did not answer in time'),
});

export type FailingDeploymentInput = z.input<typeof failingDeploymentSchema>;
export type UserInput = z.input<typeof userSchema>;
