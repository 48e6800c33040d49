import { z } from 'zod';

/** Seconds since the epoch stay below this until the year 2286; milliseconds were beyond it in April 1970. */
const leastMilliseconds = 1e10;

const claimsSchema = z.object({ exp: z.number().positive() });

/**
 * When an access token ends: as the answer said or as its own `exp` claim says, whichever is earlier.
 * The claim was seen in milliseconds, against the standard's seconds; both are understood. A claim that lies in the
 * past cannot be meant, since the token was issued just now, and counts as none.
 * @param askedAt taken before the request, so that our copy ends a little earlier than the issuer's
 * @returns nothing when neither says it
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
 */
export function accessTokenExpiry(
  accessToken: string,
  expiresInSeconds: number | undefined,
  askedAt: Date,
): Date | undefined {
  const answered = expiresInSeconds === undefined ? undefined : askedAt.getTime() + expiresInSeconds * 1000;
  const claimed = claimedExpiryMilliseconds(accessToken);
  const times = [answered, claimed].filter((time) => time !== undefined && time > askedAt.getTime());
  const earliest = new Date(Math.min(...times.map(Number)));
  return Number.isNaN(earliest.getTime()) ? undefined : earliest;
}

function claimedExpiryMilliseconds(token: string): number | undefined {
  const payload = token.split('.')[1] ?? '';
  try {
    const { exp } = claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    return exp > leastMilliseconds ? exp : exp * 1000;
  } catch {
    return undefined;
  }
}
