import { profileNameSchema } from '#shared/config/names.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import type { OffboardRequest, OnboardRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import { timeZoneSchema } from '#shared/time/zoned-time.ts';

const timeZone = timeZoneSchema.parse('Europe/Zurich');

/** Somebody who leaves at a moment; what a test is about is said by the test. */
export function leaver(email: string, at: Date, own: Partial<OffboardRequest> = {}): OffboardRequest {
  return {
    kind: 'offboard',
    email: emailAddressSchema.parse(email),
    emailOrigin: 'stated',
    effective: { kind: 'scheduled', at, timeZone },
    departure: 'unknown',
    ...own,
  };
}

/** Somebody who joins at a moment. */
export function joiner(email: string, at: Date): OnboardRequest {
  return {
    kind: 'onboard',
    email: emailAddressSchema.parse(email),
    emailOrigin: 'stated',
    effective: { kind: 'scheduled', at, timeZone },
    name: { given: 'Ada', family: 'Byron' },
    profile: profileNameSchema.parse('guest'),
  };
}
