import { describe, expect, it } from 'vitest';
import { isTrustedWithToken } from '#shared/cisco/secure-access/trusted-hosts.ts';

const trusts = (url: string, baseUrl = 'https://api.sse.cisco.com') =>
  isTrustedWithToken(new URL(url), new URL(baseUrl));

describe('a token may travel to', () => {
  it.each([
    ['https://reports.eu.sse.cisco.com/reports/v2/activity', 'https://api.sse.cisco.com'],
    ['https://api.umbrella.com/', 'https://api.sse.cisco.com'],
    ['https://reports.ciscosecureaccess.cn/', 'https://api.ciscosecureaccess.cn'],
    ['https://proxy.corp.example:8443/', 'https://proxy.corp.example'],
    ['http://127.0.0.1:4611/', 'http://127.0.0.1:4610'],
  ])('%s from %s', (url, baseUrl) => {
    expect(trusts(url, baseUrl)).toBe(true);
  });
});

describe('no token may travel to', () => {
  it.each([
    ['another host', 'https://collector.example/'],
    ['a host that ends alike', 'https://notcisco.com/'],
    ['a host that begins alike', 'https://api.sse.cisco.com.collector.example/'],
    ['a host behind a user name', 'https://api.sse.cisco.com@collector.example/'],
    ["one of Cisco's without encryption", 'http://reports.cisco.com/'],
    ['the configured host without encryption', 'http://api.sse.cisco.com/'],
  ])('%s', (_said, url) => {
    expect(trusts(url)).toBe(false);
  });
});
