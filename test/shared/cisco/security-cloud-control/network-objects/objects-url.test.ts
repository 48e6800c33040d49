import { expect, it } from 'vitest';
import { objectsUrl } from '#shared/cisco/security-cloud-control/network-objects/objects-url.ts';

it.each([
  [{ region: 'us' }, 'https://api.security.cisco.com'],
  [{ region: 'eu' }, 'https://api.eu.security.cisco.com'],
  [{ region: 'us', baseUrl: 'https://api.us.security.cisco.com/v1' }, 'https://api.us.security.cisco.com'],
] as const)('%j is served by %s', (place, url) => {
  expect(objectsUrl(place)).toBe(url);
});
