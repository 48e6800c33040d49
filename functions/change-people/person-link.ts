import type { EmailAddress } from '#shared/people/email-address.ts';

/** Where it is told what becomes of a person. */
export function personLink(email: EmailAddress): string {
  return `/people/${encodeURIComponent(email)}`;
}
