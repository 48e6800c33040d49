import { sha256Of } from '../../http/bearer-token.ts';
import { isInForce, mayMint } from '../api-key.ts';
import type { Cloud } from '../cloud.ts';
import { expiryOf } from '../log-bucket-key.ts';

/** What became of a secret or token that somebody stored. A newest one that nobody stored is a lost one. */
export type ExaminedSecret =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'api-key-secret';
      readonly apiKeyId: string;
      readonly works: boolean;
      readonly newest: boolean;
    }
  | {
      readonly kind: 'log-bucket-secret';
      readonly keyId: string;
      readonly works: boolean;
      readonly newest: boolean;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: 'access-token';
      readonly apiKeyId: string;
      readonly organisationId: number;
      readonly works: boolean;
      readonly expiresAt: Date;
    };

/** Finds a secret by its hash and says whether it works now. */
export function examineSecret(sha256: string, cloud: Cloud): ExaminedSecret {
  return (
    examineKeySecret(sha256, cloud) ??
    examineLogBucketSecret(sha256, cloud) ??
    examineAccessToken(sha256, cloud) ?? { kind: 'unknown' }
  );
}

function examineKeySecret(sha256: string, cloud: Cloud): ExaminedSecret | undefined {
  const now = cloud.clock.now();
  const pair = cloud.keys.pairs().find(({ clientSecret }) => sha256Of(clientSecret) === sha256);
  const apiKey = pair && cloud.keys.find(pair.keyId);
  if (!apiKey) return undefined;
  const newest = pair.validUntil === undefined;
  const works = mayMint(apiKey, now) && (pair.validUntil === undefined || pair.validUntil > now);
  return { kind: 'api-key-secret', apiKeyId: apiKey.id, works, newest };
}

function examineLogBucketSecret(sha256: string, cloud: Cloud): ExaminedSecret | undefined {
  const { logBucket } = cloud;
  const key = logBucket.keys().find(({ secretAccessKey }) => sha256Of(secretAccessKey) === sha256);
  if (!key) return undefined;
  const newest = key === logBucket.newest();
  const expiresAt = expiryOf(key);
  const works = newest && expiresAt > cloud.clock.now();
  return { kind: 'log-bucket-secret', keyId: key.keyId, works, newest, expiresAt };
}

function examineAccessToken(sha256: string, cloud: Cloud): ExaminedSecret | undefined {
  const issued = cloud.tokens.findBySha256(sha256);
  if (!issued) return undefined;
  const { keyId, organisationId, expiresAt } = issued;
  const apiKey = cloud.keys.find(keyId);
  const works = expiresAt > cloud.clock.now() && (!apiKey || isInForce(apiKey));
  return { kind: 'access-token', apiKeyId: keyId, organisationId, works, expiresAt };
}
