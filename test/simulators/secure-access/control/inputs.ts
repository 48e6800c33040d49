import { z } from 'zod';
import { listAccesses } from '../destination-list.ts';

/** A list to make, or to put in the place of the one with the same id. */
export const listSchema = z.strictObject({
  id: z.int().positive().optional().describe('The next free id without it.'),
  name: z.string().min(1),
  access: z.enum(listAccesses).default('none'),
  isGlobal: z.boolean().default(false),
  markedForDeletion: z.boolean().default(false),
  destinations: z
    .union([z.int().min(0).max(250_000), z.array(z.string())], {
      error: 'destinations must be an array of values, or how many made-up domains the list holds',
    })
    .default(0)
    .describe('The values, or how many made-up domains.'),
});

export const addByHandSchema = z.strictObject({ destinations: z.array(z.string()).min(1) });

/** Names a secret by the SHA-256 of its text in hexadecimal, so that the secret itself is never sent or shown. */
export const examineSchema = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the secret, 64 hexadecimal digits in lower case'),
});

export type ListInput = z.input<typeof listSchema>;
