import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * Names the onboarding of one organisation for good: `onb_` and 32 hexadecimal digits. Everything that is asked for
 * one name is one onboarding, so that two tickets never make two organisations.
 */
export const onboardingIdSchema = z
  .string()
  .regex(/^onb_[0-9a-f]{32}$/, 'the id of an onboarding is onb_ followed by 32 hexadecimal digits')
  .brand<'OnboardingId'>();
export type OnboardingId = z.infer<typeof onboardingIdSchema>;

/** @param name of the organisation; letters of either case are the same */
export function onboardingIdOf(name: string): OnboardingId {
  const digest = createHash('sha256').update(name.trim().toLowerCase(), 'utf8').digest('hex');
  return onboardingIdSchema.parse(`onb_${digest.slice(0, 32)}`);
}
