import type { Cloud } from './cloud.ts';
import type { Organisation } from './organisation.ts';

/** The organisation that exists from the start. */
export const seededOrganisation: Organisation = {
  id: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101',
  idInTokens: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90affe',
  name: 'Acme Local',
  type: 'STANDALONE',
  regionCode: 'NAM',
  managerOrgIds: [],
  created: '2025-10-10T10:15:30.000Z',
};

/** What a person would have copied from the console: the key that exists from the start. */
export const seededApiKey = {
  organizationId: seededOrganisation.id,
  apiKeyId: 'b0a7c2de-3c44-4f0e-8c1d-2f9e6a7b8c01',
  refreshToken: 'local-refresh-token',
} as const;

export function seedOrganisations({ organisations }: Cloud): void {
  organisations.put(seededOrganisation);
}

export function seedKeys(cloud: Cloud): void {
  const { apiKeyId, refreshToken } = seededApiKey;
  cloud.keys.put({
    apiKeyId,
    organisation: seededOrganisation,
    role: 'administrator',
    enabled: true,
    expiresAt: null,
  });
  cloud.refreshTokens.issueByConsole(apiKeyId, refreshToken, cloud.clock.now());
}
