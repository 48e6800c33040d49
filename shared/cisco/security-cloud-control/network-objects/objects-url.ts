/** Where the common objects of an organisation are served; each region has a host of its own. */
export const objectsRegions = ['us', 'eu', 'in', 'apj', 'au', 'uae'] as const;

export type ObjectsRegion = (typeof objectsRegions)[number];

/**
 * The host of the common objects, without a slash at the end. That of the US is the platform's own in the description
 * of the API and `api.us.` on the getting-started page: whom the first one fails sets `baseUrl`.
 * @see https://developer.cisco.com/docs/security-cloud-control/getting-started/
 */
export function objectsUrl({
  region,
  baseUrl,
}: {
  readonly region: ObjectsRegion;
  /** As configured: a proxy, a simulator, the other host. */
  readonly baseUrl?: string | undefined;
}): string {
  const host = region === 'us' ? 'api.security.cisco.com' : `api.${region}.security.cisco.com`;
  return new URL(baseUrl ?? `https://${host}`).origin;
}
