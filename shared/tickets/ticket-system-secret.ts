import { z } from 'zod';

/** How to sign in to a ticket system: with a user, by password or API token; without, by a bearer token. */
export const ticketSystemSecretSchema = z.object({
  user: z
    .string()
    .min(1)
    .max(200)
    // A colon would end the user: https://www.rfc-editor.org/rfc/rfc7617#section-2
    .regex(/^[^:\p{Cc}]+$/u, 'a user name without colons and control characters')
    .optional(),
  token: z
    .string()
    .min(1)
    .max(8_000)
    .regex(/^[\x20-\x7e]+$/, 'a password or token of visible ASCII characters'),
});

export type TicketSystemSecret = z.infer<typeof ticketSystemSecretSchema>;

/** The `Authorization` header for it. */
export function authorizationOf({ user, token }: TicketSystemSecret): string {
  if (user === undefined) return `Bearer ${token}`;
  return `Basic ${Buffer.from(`${user}:${token}`, 'utf8').toString('base64')}`;
}
