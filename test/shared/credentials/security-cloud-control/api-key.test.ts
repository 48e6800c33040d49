import { describe, expect, it } from 'vitest';
import { sccApiKeySchema } from '#shared/credentials/security-cloud-control/api-key.ts';
import { firstApiKey } from './rotation-bench.ts';

describe('a stored API key', () => {
  it("has exactly the fields of AWS's managed type", () => {
    expect(Object.keys(sccApiKeySchema.shape).sort()).toEqual(
      ['apiBaseUrl', 'apiKeyId', 'expiresDate', 'organizationId', 'refreshToken'].sort(),
    );
  });

  it.each(['2026-03-02T08:00:00.000Z', '2026-03-02T08:00:00Z', '2026-03-02T10:00:00+02:00', '2026-03-02'])(
    'may have expired on %s',
    (expiresDate) => {
      expect(sccApiKeySchema.parse({ ...firstApiKey, expiresDate }).expiresDate).toBe(expiresDate);
    },
  );

  it.each(['soon', 1_767_254_400, null])('is readable though its expiresDate is %j', (expiresDate) => {
    expect(sccApiKeySchema.parse({ ...firstApiKey, expiresDate })).toEqual(firstApiKey);
  });

  it.each<[member: string, value: unknown]>([
    ['refreshToken', 'two words'],
    ['refreshToken', ''],
    ['organizationId', 'acme'],
    ['apiKeyId', undefined],
    ['apiBaseUrl', 'api.security.cisco.com'],
    ['apiBaseUrl', 'https://api.security.cisco.com/v1'],
    ['apiBaseUrl', 'ftp://api.security.cisco.com'],
  ])('is refused with %s %j', (member, value) => {
    expect(sccApiKeySchema.safeParse({ ...firstApiKey, [member]: value }).success).toBe(false);
  });
});
