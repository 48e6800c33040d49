import { z } from 'zod';

/**
 * What redeems a subscription. Whoever has it can redeem it elsewhere first, so it is a secret: it stands in no event,
 * log, row or message. {@link ClaimCodeName} is what everybody else passes on.
 */
export const claimCodeSchema = z
  .string()
  .trim()
  .min(1, 'a claim code such as XXXX-XXXX-XXXX-XXXX')
  .max(100)
  .brand<'ClaimCode'>();
export type ClaimCode = z.infer<typeof claimCodeSchema>;

/** Four runs of four letters and digits, in upper case: what claim codes look like. */
const claimCodeForm = /\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}\b/;

/** Whether a text holds what looks like a claim code. */
export function holdsClaimCode(text: string): boolean {
  return claimCodeForm.test(text);
}

/** What is told to somebody who wrote down a claim code where its name belongs. */
export const claimCodeInClear =
  'this looks like a claim code itself, which is a secret: store it with Secrets Manager, name that secret here, and delete the code where you wrote it. Redeem it soon, or have it replaced, if others could read it';

/** Names the stored secret that holds a claim code: the last part of the secret's name. */
export const claimCodeNameSchema = z
  .string()
  // Somebody may have typed the code in lower case.
  .refine((text) => !holdsClaimCode(text.toUpperCase()), { error: claimCodeInClear, abort: true })
  .regex(
    /^[a-z][a-z0-9-]{0,62}$/,
    'the name of a stored claim code is 1 to 63 of a-z, 0-9 and -, and begins with a letter',
  )
  .brand<'ClaimCodeName'>();
export type ClaimCodeName = z.infer<typeof claimCodeNameSchema>;

/** Where claim codes are stored. */
export interface ClaimCodes {
  /** @throws ConfigurationProblem when there is none of that name */
  read(name: ClaimCodeName): Promise<ClaimCode>;
  /** Where a person finds and replaces it: the secret's whole name. */
  placeOf(name: ClaimCodeName): string;
}
