import type { SccPlatform } from '../../credentials/security-cloud-control/platform.ts';
import type { Clock } from '../../time/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import { readOrganization } from './read-organization.ts';
import { refreshAccessToken } from './refresh-access-token.ts';

/** The platform API of Security Cloud Control, for one organisation. */
export function platformClient(options: {
  http: HttpClient;
  clock: Clock;
  /** Our name of the organisation, for messages. */
  organisation: string;
  /** Takes the place of the key's `apiBaseUrl`, as configured: a proxy, a simulator. */
  baseUrl: string | undefined;
}): SccPlatform {
  const { organisation, baseUrl, http } = options;
  const there = baseUrl === undefined ? {} : { apiBaseUrl: baseUrl };
  return {
    refreshAccessToken: (apiKey) => refreshAccessToken(options, { ...apiKey, ...there }, organisation),
    readOrganization: (place, accessToken) =>
      readOrganization(http, { ...place, ...there }, accessToken, organisation),
  };
}
