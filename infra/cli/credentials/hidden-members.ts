/** Members of stored credentials that may be shown. Any other is a secret, or not known to be none. */
const shownMembers = new Set([
  'accessKeyId',
  'apiBaseUrl',
  'apiKeyId',
  'clientId',
  'createdAt',
  'expiresAt',
  'expiresDate',
  'key',
  'keyExpiresAt',
  'keyId',
  'keyVersionId',
  'mintedAt',
  'name',
  'organizationId',
  'refreshTokenExpiresAt',
  'userUid',
]);

/** Stands in the place of a secret; says nothing about its length either. */
export const hiddenValue = '(hidden)';

/** A stored credential with everything hidden that is not known to be harmless. */
export function hideSecrets(stored: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => {
      const isShown = shownMembers.has(name) && ['string', 'number'].includes(typeof value);
      return [name, isShown ? String(value) : hiddenValue];
    }),
  );
}
