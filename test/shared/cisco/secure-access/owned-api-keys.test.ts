import { expect, it } from 'vitest';
import { authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { KeyAdmin } from '#shared/cisco/secure-access/key-admin.ts';
import { ownedApiKeys } from '#shared/cisco/secure-access/owned-api-keys.ts';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { seededKeyAdminKey } from '../../../simulators/secure-access/seed.ts';
import { MintingTokenSource, startSimulatedOrganisation } from './simulated-organisation.ts';

it('the keys that a person made are named with what they allow, and no others', async () => {
  const { control, http, baseUrl } = await startSimulatedOrganisation();
  const key = { secret: 'secret', scopes: ['policies:read' as const] };
  control.putKey({
    ...key,
    key: 'backup',
    expireAt: '2026-06-01T00:00:00Z',
    creatorEmail: 'Ada@acme.example',
  });
  control.putKey({ ...key, key: 'other', creatorEmail: 'bob@acme.example' });
  const tokens = new MintingTokenSource(() => requestAccessToken(http, baseUrl, seededKeyAdminKey));
  const keys = ownedApiKeys(new KeyAdmin(authorisedClient({ http, tokens, baseUrl })));

  expect(await keys.ownedBy(emailAddressSchema.parse('ada@acme.example'))).toEqual([
    {
      id: expect.any(String),
      name: 'backup',
      allows: ['policies:read'],
      lastUsedAt: undefined,
      expiresAt: new Date('2026-06-01T00:00:00Z'),
    },
  ]);
  expect(await keys.ownedBy(emailAddressSchema.parse('eve@acme.example'))).toEqual([]);
});
