import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { adminRetryLimits, atAdminPace } from '#shared/cisco/secure-access/admin-pace.ts';
import { authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { KeyAdmin } from '#shared/cisco/secure-access/key-admin.ts';
import { proveApiKey } from '#shared/cisco/secure-access/prove-api-key.ts';
import { type ApiKey, requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { memoryTokenSource } from '#shared/credentials/memory-token-source.ts';
import { rotateSecureAccessKey } from '#shared/credentials/secure-access-key/rotate-secure-access-key.ts';
import type { StoredApiKey } from '#shared/credentials/secure-access-key/stored-api-key.ts';
import { seededKey, seededKeyAdminKey } from '../../../simulators/secure-access/seed.ts';
import {
  type SimulatedOrganisation,
  startSimulatedOrganisation,
} from '../../cisco/secure-access/simulated-organisation.ts';
import { InMemorySecretVersions } from '../in-memory-secret-versions.ts';
import { prefix } from './key-rotation-bench.ts';

let organisation: SimulatedOrganisation;
let secret: InMemorySecretVersions<StoredApiKey>;

beforeEach(async () => {
  organisation = await startSimulatedOrganisation();
  secret = new InMemorySecretVersions();
  secret.paste({ key: seededKey.key, secret: seededKey.secret });
});

/** One run as the function does it, with an access token of its own. */
function run(isForced = false) {
  const { baseUrl, http, time } = organisation;
  const retrying = httpClient(
    { clock: time, sleep: time.sleep, random: () => 0 },
    { retry: adminRetryLimits, totalTimeLimitMilliseconds: 280_000 },
  );
  const tokens = memoryTokenSource({
    requestToken: () => requestAccessToken(http, baseUrl, seededKeyAdminKey, { kind: 'key-admin-key' }),
    clock: time,
  });
  return rotateSecureAccessKey(
    { everyDays: 60, lifetimeDays: 90, prefix, isPastedKeyShared: false, isForced },
    {
      versions: secret,
      keyAdmin: new KeyAdmin(
        authorisedClient({
          http: atAdminPace(retrying, { clock: time, sleep: time.sleep }),
          tokens,
          baseUrl,
        }),
      ),
      prove: (apiKey) => proveApiKey({ http, clock: time }, baseUrl, apiKey),
      clock: time,
      sleep: time.sleep,
      newVersionId: randomUUID,
    },
  );
}

function storedKey(): ApiKey {
  const stored = secret.peek('AWSCURRENT');
  if (!stored) throw new Error('no key is stored');
  return stored.value;
}

const mint = (apiKey: ApiKey) => requestAccessToken(organisation.http, organisation.baseUrl, apiKey);

describe('against the simulated cloud', () => {
  it('a key is rotated, its successor may do the same, and the former one dies 90 minutes later', async () => {
    organisation.time.pass(60 * 86_400_000);
    expect(await run()).toMatchObject({ kind: 'rotated' });
    await mint(seededKey);
    await expect(
      proveApiKey({ http: organisation.http, clock: organisation.time }, organisation.baseUrl, storedKey()),
    ).resolves.toBeUndefined();

    organisation.time.pass(90 * 60_000);
    expect(await run()).toEqual({ kind: 'kept', reason: 'not-due' });
    await expect(mint(seededKey)).rejects.toThrow('The API key or its secret is wrong');
    await mint(storedKey());
  });

  it('a year of daily runs keeps within the limits of the admin API, though deleting a key ends its tokens', async () => {
    organisation.control.changeSettings({ tokensAfterKeyDelete: 'die' });
    for (let day = 0; day < 365; day++) {
      await run();
      await mint(storedKey());
      organisation.time.pass(86_400_000);
    }
    const statuses = organisation.control.requests({ pathPrefix: '/admin' }).map(({ status }) => status);
    expect(statuses).not.toContain(429);
    expect(organisation.control.requestCounts()['POST /admin/v2/apiKeys']).toBe(6);
    expect(organisation.control.requestCounts()['DELETE /admin/v2/apiKeys/{apiKeyId}']).toBe(6);
  });

  it.each([
    'POST /admin/v2/apiKeys',
    'GET /admin/v2/apiKeys',
    'POST /auth/v2/token',
    'GET /policies/v2/destinationlists',
  ])('an answer to %s that is lost costs no key', async (route) => {
    const [method, template] = route.split(' ');
    if (method !== 'POST' && method !== 'GET') throw new Error('no such method');
    organisation.control.addFault({
      match: { method, ...(template ? { template } : {}) },
      effect: { kind: 'process-then-drop' },
    });
    const error = await run(true).catch((caught: unknown) => caught);
    await mint(storedKey());

    await run();
    await run(true);
    organisation.time.pass(90 * 60_000);
    await run();
    await mint(storedKey());
    const ours = organisation.control.state().keys.filter(({ name }) => name.startsWith(prefix));
    expect(ours).toHaveLength(1);
    expect(inspect(error, { depth: 10 })).not.toContain(seededKeyAdminKey.secret);
  });

  it.each([
    ['disabled', { enabled: false }],
    ['expired', { expireAt: '2025-12-31T00:00:00Z' }],
    ['made by somebody who has left', { creatorActive: false }],
  ])('a KeyAdmin key that is %s is a matter for a person, and nothing is touched', async (_said, changes) => {
    organisation.control.changeKey(seededKeyAdminKey.id, changes);
    await expect(run(true)).rejects.toThrow('credentials set <organisation>/secure-access-key-admin-key');
    await mint(storedKey());
  });
});
