import { z } from 'zod';

/** What is counted together; each API key has its own count of each. */
export type RateLimitedScope = 'token' | 'policies' | 'admin' | 'reports';

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

export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly retryAfterSeconds: number };

interface Window {
  readonly requests: number;
  readonly seconds: number;
}

/** Counts admitted requests over sliding windows; a refused request is discarded and not counted. */
export class RateLimits {
  /** Milliseconds of each admitted request, oldest first. */
  readonly #admitted = new Map<string, number[]>();

  admit(key: string, scope: RateLimitedScope, now: Date, settings: RateLimitSettings): Admission {
    const windows = windowsOf(scope, settings);
    const counter = `${scope} ${key}`;
    const present = now.getTime();
    const longest = Math.max(...windows.map((window) => window.seconds));
    const times = (this.#admitted.get(counter) ?? []).filter(
      // After a reset of the clock, what was counted ahead of it no longer counts.
      (time) => time > present - longest * 1_000 && time <= present,
    );
    this.#admitted.set(counter, times);

    const waits = windows.map(({ requests, seconds }) => {
      // In a full window, this is the request that has to grow old before another one fits.
      const blocking = times.at(-requests);
      return blocking === undefined ? 0 : blocking + seconds * 1_000 - present;
    });
    const waitMilliseconds = Math.max(...waits);
    if (waitMilliseconds > 0) {
      return { admitted: false, retryAfterSeconds: Math.ceil(waitMilliseconds / 1_000) };
    }
    times.push(present);
    return { admitted: true };
  }

  clear(): void {
    this.#admitted.clear();
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
      return [
        { requests: adminRateLimits.perSecond, seconds: 1 },
        { requests: adminRateLimits.perMinute, seconds: 60 },
        { requests: adminRateLimits.perHalfHour, seconds: 1_800 },
      ];
    case 'reports':
      return [{ requests: reportRateLimits.perSecond, seconds: 1 }];
  }
}
