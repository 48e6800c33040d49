import { describe, expect, it } from 'vitest';
import { xdrConsoleUrl, xdrHosts, xdrPlatformUrl } from '#shared/cisco/xdr/regions.ts';

const xdr = { clientCreatedOn: '2026-01-01', scopes: [] };

describe('the hosts of an organisation', () => {
  it.each([
    ['us', 'visibility.amp.cisco.com', 'private.intel.amp.cisco.com', 'xdr.us.security.cisco.com'],
    ['eu', 'visibility.eu.amp.cisco.com', 'private.intel.eu.amp.cisco.com', 'xdr.eu.security.cisco.com'],
    [
      'apjc',
      'visibility.apjc.amp.cisco.com',
      'private.intel.apjc.amp.cisco.com',
      'xdr.apjc.security.cisco.com',
    ],
  ] as const)('in %s are %s, %s and %s', (region, platform, privateIntelligence, console) => {
    const hosts = xdrHosts({ ...xdr, region });

    expect([hosts.platform.host, hosts.privateIntelligence.host]).toEqual([platform, privateIntelligence]);
    expect(xdrPlatformUrl({ ...xdr, region }).href).toBe(hosts.platform.href);
    expect(xdrConsoleUrl({ ...xdr, region }).host).toBe(console);
  });

  it('are all the one that the configuration names', () => {
    const configured = { ...xdr, region: 'eu', baseUrl: 'http://127.0.0.1:4613' } as const;
    const { platform, privateIntelligence } = xdrHosts(configured);

    for (const url of [platform, privateIntelligence, xdrConsoleUrl(configured)]) {
      expect(url.href).toBe('http://127.0.0.1:4613/');
    }
  });
});
