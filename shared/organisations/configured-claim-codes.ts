import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { ClaimCodeName, ClaimCodes } from './claim-code.ts';

/** Claim codes as far as they are configured: no other secret can be read. */
export function configuredClaimCodes(
  claimCodes: ClaimCodes,
  configured: readonly ClaimCodeName[],
): ClaimCodes {
  return {
    placeOf: claimCodes.placeOf,
    async read(name) {
      if (!configured.includes(name))
        throw new ConfigurationProblem(claimCodeNotConfigured(name, configured));
      return claimCodes.read(name);
    },
  };
}

/** What is told to somebody who names a claim code that is not configured. */
export function claimCodeNotConfigured(name: ClaimCodeName, configured: readonly ClaimCodeName[]): string {
  return `No claim code named ${name} is configured, only: ${configured.join(', ') || 'none'}. Add the name to organisationOnboarding.claimCodes, deploy, and store the claim code in its secret.`;
}
