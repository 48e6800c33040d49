import type { Organisation } from '../../config/organisation.ts';

/**
 * The host of organisations, users and API keys: one for the whole world.
 * @see https://developer.cisco.com/docs/security-cloud-control/getting-started/
 */
const platformUrl = 'https://api.security.cisco.com';

/** Where an organisation's platform API is, without a slash at the end: its own base URL when configured. */
export function sccPlatformUrl({ baseUrl }: NonNullable<Organisation['securityCloudControl']>): string {
  return new URL(baseUrl ?? platformUrl).origin;
}
