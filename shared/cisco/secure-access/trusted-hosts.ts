/** Where Cisco's clouds live. A token of ours may travel there, and to the host of the configuration. */
const ciscoDomains = ['cisco.com', 'umbrella.com', 'ciscosecureaccess.cn'];

/**
 * Whether an access token may be sent to an address that the cloud itself named: a redirect to the region that keeps
 * the data. Any of Cisco's own hosts over https, or the configured host over its configured scheme, whatever the port.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-reporting-overview
 */
export function isTrustedWithToken(url: URL, baseUrl: URL): boolean {
  if (url.hostname === baseUrl.hostname && url.protocol === baseUrl.protocol) return true;
  return (
    url.protocol === 'https:' &&
    ciscoDomains.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))
  );
}
