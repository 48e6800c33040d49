import { z } from 'zod';
import { type Admission, SlidingWindows, type Window } from '../cloud/sliding-windows.ts';

/** What is counted together; each API key has its own count of each. */
export type RateLimitedScope = 'token' | 'policies' | 'admin' | 'deployments' | 'reports';

export const rateLimitSettingsSchema = z.strictObject({
  tokensPerMinute: z.int().positive(),
  policiesPerMinute: z.int().positive(),
  policiesPerHour: z.int().positive(),
});

export const adminRateLimitSettingsSchema = z.strictObject({
  perSecond: z.int().positive(),
  perMinute: z.int().positive(),
  perHalfHour: z.int().positive(),
});

export const reportRateLimitSettingsSchema = z.strictObject({ perSecond: z.int().positive() });

export interface RateLimitSettings {
  readonly rateLimits: z.infer<typeof rateLimitSettingsSchema>;
  readonly adminRateLimits: z.infer<typeof adminRateLimitSettingsSchema>;
  readonly reportRateLimits: z.infer<typeof reportRateLimitSettingsSchema>;
}

/**
 * The published limits of one API key.
 *
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-rate-limits
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-rate-limits for the reports
 */
export const publishedRateLimits: RateLimitSettings = {
  rateLimits: { tokensPerMinute: 20, policiesPerMinute: 2_000, policiesPerHour: 6_000 },
  adminRateLimits: { perSecond: 5, perMinute: 14, perHalfHour: 350 },
  reportRateLimits: { perSecond: 5 },
};

/** What each key has used of its limits. */
export class RateLimits {
  readonly #windows = new SlidingWindows();

  admit(key: string, scope: RateLimitedScope, now: Date, settings: RateLimitSettings): Admission {
    return this.#windows.admit(`${scope} ${key}`, windowsOf(scope, settings), now);
  }

  clear(): void {
    this.#windows.clear();
  }
}

function windowsOf(
  scope: RateLimitedScope,
  { rateLimits, adminRateLimits, reportRateLimits }: RateLimitSettings,
): readonly Window[] {
  switch (scope) {
    case 'token':
      return [{ requests: rateLimits.tokensPerMinute, seconds: 60 }];
    case 'policies':
      return [
        { requests: rateLimits.policiesPerMinute, seconds: 60 },
        { requests: rateLimits.policiesPerHour, seconds: 3_600 },
      ];
    case 'admin':
    case 'deployments':
      return [
        { requests: adminRateLimits.perSecond, seconds: 1 },
        { requests: adminRateLimits.perMinute, seconds: 60 },
        { requests: adminRateLimits.perHalfHour, seconds: 1_800 },
      ];
    case 'reports':
      return [{ requests: reportRateLimits.perSecond, seconds: 1 }];
  }
}
