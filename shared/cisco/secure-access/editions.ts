import type { Organisation, SecureAccessEdition } from '../../config/organisation.ts';

/**
 * API hosts by edition. Taken from configuration only, never from an answer.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 * @see https://developer.cisco.com/docs/secure-access-china/getting-started
 * @see https://developer.cisco.com/docs/cloud-security-gov/secure-access-api-rate-limits
 * @see https://developer.cisco.com/docs/cloud-security/umbrella-api-getting-started
 */
const baseUrls: Record<SecureAccessEdition, string> = {
  global: 'https://api.sse.cisco.com',
  china: 'https://api.ciscosecureaccess.cn',
  government: 'https://api.secureaccessfed.cisco.com',
  umbrella: 'https://api.umbrella.com',
};

/** Where an organisation's API is: its own base URL when configured, else that of its edition. */
export function apiBaseUrl(organisation: Organisation): URL {
  return new URL(organisation.secureAccess.baseUrl ?? baseUrls[organisation.secureAccess.edition]);
}
