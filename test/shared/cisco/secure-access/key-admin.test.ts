import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { KeyAdmin } from '#shared/cisco/secure-access/key-admin.ts';
import { requestAccessToken } from '#shared/cisco/secure-access/request-access-token.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { seededKey, seededKeyAdminKey } from '../../../simulators/secure-access/seed.ts';
import { answer, startHttpTestServer } from '../http-test-server.ts';
import {
  MintingTokenSource,
  type SimulatedOrganisation,
  startSimulatedOrganisation,
} from './simulated-organisation.ts';

let organisation: SimulatedOrganisation;
let keyAdmin: KeyAdmin;

const wanted = {
  name: 'scc_automations:prod:main:20260101',
  description: 'a test',
  scopes: ['policies.rules:read'],
  expireAt: new Date('2026-04-01T08:00:00Z'),
  allowedIPs: [],
};

function keyAdminAt(baseUrl: URL, apiKey: { key: string; secret: string } = seededKeyAdminKey): KeyAdmin {
  const { http } = organisation;
  const tokens = new MintingTokenSource(() => requestAccessToken(http, organisation.baseUrl, apiKey));
  return new KeyAdmin(authorisedClient({ http, tokens, baseUrl }));
}

beforeEach(async () => {
  organisation = await startSimulatedOrganisation();
  keyAdmin = keyAdminAt(organisation.baseUrl);
});

describe('the Key Admin API', () => {
  it('lists the ordinary keys of the organisation, without secrets', async () => {
    const keys = await keyAdmin.list();

    expect(keys).toContainEqual(
      expect.objectContaining({ id: seededKey.id, clientId: 'local-key', scopes: seededKey.scopes }),
    );
    expect(JSON.stringify(keys)).not.toContain(seededKey.secret);
  });

  it('lists all pages of many keys', async () => {
    for (let number = 0; number < 250; number++) {
      organisation.control.putKey({ key: `key-${number}`, secret: 'x', scopes: [], name: `key ${number}` });
    }
    const keys = await keyAdmin.list();
    expect(new Set(keys.map(({ id }) => id)).size).toBeGreaterThanOrEqual(252);
  });

  it('makes a key that works, which is listed with its end and deleted again', async () => {
    const created = await keyAdmin.create(wanted);
    const apiKey = { key: created.clientId, secret: created.clientSecret };
    await requestAccessToken(organisation.http, organisation.baseUrl, apiKey);
    expect(await keyAdmin.list()).toContainEqual(
      expect.objectContaining({ id: created.id, name: wanted.name, expireAt: wanted.expireAt }),
    );

    await keyAdmin.delete(created.id);

    await expect(requestAccessToken(organisation.http, organisation.baseUrl, apiKey)).rejects.toThrow(
      ConfigurationProblem,
    );
    await expect(keyAdmin.delete(created.id)).resolves.toBeUndefined();
  });

  it('says of a name that exists that another try may do', async () => {
    await keyAdmin.create(wanted);
    await expect(keyAdmin.create(wanted)).rejects.toThrow(RetryLater);
  });

  it('does not repeat a creation whose answer was lost', async () => {
    organisation.control.addFault({
      match: { method: 'POST', template: '/admin/v2/apiKeys' },
      effect: { kind: 'process-then-drop' },
    });

    await expect(keyAdmin.create(wanted)).rejects.toThrow(OutcomeUnknown);
    expect((await keyAdmin.list()).filter(({ name }) => name === wanted.name)).toHaveLength(1);
  });

  it('refuses an ordinary key with the scope that is missing', async () => {
    await expect(keyAdminAt(organisation.baseUrl, seededKey).list()).rejects.toThrow('admin.apikeys:read');
  });

  it.each<[said: string, status: number, body: unknown, error: new (message: string) => Error]>([
    [
      'a key without its secret',
      201,
      { message: 'success', key: { id: 'x', clientId: 'canary-id' } },
      GiveUp,
    ],
    ['another form', 201, { clientSecret: 'canary-secret' }, GiveUp],
    ['a refusal', 400, { message: 'error', description: 'Bearer canary-token is bad' }, ConfigurationProblem],
  ])('that answers a creation with %s is quoted without secrets', async (_said, status, body, error) => {
    const server = await startHttpTestServer(() => answer(status, body));

    const caught = await keyAdminAt(server.url)
      .create(wanted)
      .catch((thrown: unknown) => thrown);

    expect(caught).toBeInstanceOf(error);
    expect(inspect(caught, { depth: 10 })).not.toContain('canary');
  });
});
