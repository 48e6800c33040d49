import { z } from 'zod';
import type { SecretReader } from '../credentials/secret-reader.ts';
import { type ClaimCodeName, type ClaimCodes, claimCodeSchema } from './claim-code.ts';

/** What a person stores: `{ "claimCode": "XXXX-XXXX-XXXX-XXXX" }`. */
const storedClaimCodeSchema = z.object({ claimCode: claimCodeSchema });

/**
 * Claim codes as secrets, read just before they are sent.
 * @param secretNameOf the whole name of the secret
 */
export function storedClaimCodes(
  secrets: SecretReader,
  secretNameOf: (name: ClaimCodeName) => string,
): ClaimCodes {
  return {
    placeOf: secretNameOf,
    async read(name) {
      const { value } = await secrets.read(secretNameOf(name), storedClaimCodeSchema);
      return value.claimCode;
    },
  };
}
