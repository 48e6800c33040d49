import { describe, expect, it } from 'vitest';
import { apiBaseUrl } from '#shared/cisco/secure-access/editions.ts';

describe('the API host', () => {
  it.each([
    ['global', 'https://api.sse.cisco.com/'],
    ['china', 'https://api.ciscosecureaccess.cn/'],
    ['government', 'https://api.secureaccessfed.cisco.com/'],
    ['umbrella', 'https://api.umbrella.com/'],
  ] as const)('of the edition %s is %s', (edition, url) => {
    expect(apiBaseUrl({ secureAccess: { edition } }).href).toBe(url);
  });

  it('is the configured one where there is one', () => {
    const baseUrl = 'http://127.0.0.1:8080';
    expect(apiBaseUrl({ secureAccess: { edition: 'china', baseUrl } }).href).toBe(`${baseUrl}/`);
  });
});
