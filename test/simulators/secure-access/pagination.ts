import { z } from 'zod';

/** A whole number in a query, with what the cloud takes when it is absent. */
function wholeNumber(name: string, { least, most, absent }: { least: number; most: number; absent: number }) {
  return z.coerce
    .number({ error: `${name} must be a whole number` })
    .int({ error: `${name} must be a whole number` })
    .min(least, { error: `${name} must be at least ${least}` })
    .max(most, { error: `${name} must be at most ${most}` })
    .default(absent);
}

/**
 * `page` and `limit` of the destination lists and of their destinations.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-pagination/
 */
export const pageQuerySchema = z.object({
  page: wholeNumber('page', { least: 1, most: 2 ** 31 - 1, absent: 1 }),
  limit: wholeNumber('limit', { least: 1, most: 100, absent: 100 }),
});

/** `offset` and `limit` of the API keys; a limit of 0 is none. */
export const keyListQuerySchema = z.object({
  offset: wholeNumber('offset', { least: 0, most: 2 ** 31 - 1, absent: 0 }),
  limit: wholeNumber('limit', { least: 0, most: 2 ** 31 - 1, absent: 0 }),
});

/** `offset` and `limit` of the access rules. */
export const offsetQuerySchema = z.object({
  offset: wholeNumber('offset', { least: 0, most: 2 ** 31 - 1, absent: 0 }),
  limit: wholeNumber('limit', { least: 1, most: 1_000, absent: 10 }),
});

/** `offset`, `limit` and the users, as one text with commas, of the VPN connections. */
export const vpnListQuerySchema = z.object({
  offset: wholeNumber('offset', { least: 0, most: 2 ** 31 - 1, absent: 0 }),
  limit: wholeNumber('limit', { least: 1, most: 1_000, absent: 100 }),
  usernames: z.string().optional(),
});

/** `offset`, `limit` and what to search for of the identities; there is no `limit` that is taken when it is absent. */
export const identityQuerySchema = z.object({
  offset: wholeNumber('offset', { least: 0, most: 2 ** 31 - 1, absent: 0 }),
  limit: z.coerce.number({ error: 'limit is required' }).int().min(1).max(5_000),
  search: z.string().optional(),
});
