import { describe, expect } from 'vitest';
import { z } from 'zod';
import { seededNetworkGroup } from '../../security-cloud-control/objects/seed-objects.ts';
import { seededApiKey, seededOrganisation } from '../../security-cloud-control/seed.ts';
import { sendJson } from '../send-request.ts';
import { it as simulatorTest } from './simulator-test.ts';

const objectsOf = (organizationId: string) => `/v1/organizations/${organizationId}/domains/global/objects`;

/** Calls the objects with a token of the seeded key. */
class ObjectsCaller {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  send(method: string, path: string, body?: unknown, organizationId: string = seededOrganisation.id) {
    const headers = { authorization: `Bearer ${this.#token}` };
    return sendJson(method, this.#url + objectsOf(organizationId) + path, { body, headers });
  }

  /** Makes a group and gives its id. */
  async create(body: object): Promise<string> {
    const answer = await this.send('POST', '/networkGroups', body);
    expect(answer.status).toBe(201);
    return z.object({ id: z.uuid() }).parse(answer.body).id;
  }
}

const it = simulatorTest.extend('objects', async ({ simulator, platform }) => {
  const { access_token } = await platform.refresh();
  return new ObjectsCaller(simulator.url, access_token);
});

const host = (value: string) => ({ subtype: 'host', value });
const valuesOf = (body: unknown) =>
  z
    .object({ inlineObjects: z.array(z.object({ value: z.string() })) })
    .parse(body)
    .inlineObjects.map(({ value }) => value);

describe('a group', () => {
  it('is made with its first version, and shown by list, id and in bulk', async ({ objects }) => {
    const id = await objects.create({
      name: 'a',
      inlineObjects: [host('192.0.2.1'), { subtype: 'fqdn', value: 'bad.example' }],
    });
    const shown = { id, name: 'a', type: 'networkGroup', metadata: { version: 1 }, memberGroups: [] };
    expect((await objects.send('GET', `/${id}`)).body).toMatchObject({
      ...shown,
      compositionType: 'heterogeneous',
    });
    expect((await objects.send('GET', '?search=BAD.ex')).body).toMatchObject({
      objects: [shown],
      pagination: { total: 1 },
    });
    expect((await objects.send('POST', '/bulk', { ids: [crypto.randomUUID(), id] })).body).toMatchObject({
      objects: [shown],
    });
  });

  it.for([
    ['replace', ['192.0.2.2']],
    ['merge', ['192.0.2.1', '192.0.2.2']],
  ] as const)('whose lists are changed with %s', async ([groupPatch, after], { objects, simulator }) => {
    simulator.control.changeSettings({ groupPatch });
    const id = await objects.create({ name: 'a', inlineObjects: [host('192.0.2.1')] });
    const changed = await objects.send('PATCH', `/networkGroups/${id}`, {
      name: 'a',
      inlineObjects: [host('192.0.2.2')],
    });
    expect([changed.status, valuesOf(changed.body)]).toEqual([200, after]);
    expect(changed.body).toMatchObject({ metadata: { version: 2 } });
  });

  it('keeps a list that a change leaves out', async ({ objects }) => {
    const id = await objects.create({ name: 'a', inlineObjects: [host('192.0.2.1')] });
    expect(valuesOf((await objects.send('PATCH', `/networkGroups/${id}`, { name: 'b' })).body)).toEqual([
      '192.0.2.1',
    ]);
  });

  it.for([
    ['without a name', {}, 400],
    ['with two spaces in its name', { name: 'a  b' }, 400],
    ['with 33 characters', { name: 'a'.repeat(33) }, 400],
    [
      'with a value of another subtype',
      { name: 'a', inlineObjects: [{ subtype: 'cidr', value: '192.0.2.1/33' }] },
      400,
    ],
    ['with a member that does not exist', { name: 'a', memberGroups: [crypto.randomUUID()] }, 400],
    ['with a name that is taken in another case', { name: seededNetworkGroup.name.toUpperCase() }, 409],
  ] as const)('%s is refused', async ([, body, status], { objects }) => {
    const answer = await objects.send('POST', '/networkGroups', body);
    expect(answer).toMatchObject({ status, body: { code: expect.any(String), message: expect.any(String) } });
    expect(answer.body).not.toHaveProperty('statusCode');
  });

  it('in use is not deleted, and it is said where', async ({ objects, simulator }) => {
    const id = await objects.create({ name: 'a' });
    await objects.create({ name: 'b', memberGroups: [id] });
    simulator.control.objects.use({
      name: 'a',
      usageLocations: [{ locationType: 'policy', locationName: 'Policies' }],
    });
    expect(await objects.send('DELETE', `/networkGroups/${id}`)).toMatchObject({
      status: 409,
      body: {
        objectName: 'a',
        objectType: 'network_group',
        usageLocations: [
          { locationType: 'network_group', count: 1, items: [{ name: 'b' }] },
          { locationType: 'policy', locationName: 'Policies', count: 1 },
        ],
      },
    });
  });

  it('that nothing uses is deleted', async ({ objects }) => {
    const path = `/networkGroups/${await objects.create({ name: 'a' })}`;
    expect((await objects.send('DELETE', path)).status).toBe(204);
    expect((await objects.send('DELETE', path)).status).toBe(404);
  });
});

describe('limits', () => {
  const two = { inlineObjects: [host('192.0.2.1'), host('192.0.2.2')] };

  it.for([
    ['objects of a group', { mostObjectsPerGroup: 1 }],
    ['objects of the organisation', { mostObjects: 2 }],
    ['groups of the organisation', { mostGroups: 1 }],
  ] as const)(
    'of %s are answered with 422, and nothing is kept',
    async ([, settings], { objects, simulator }) => {
      simulator.control.changeSettings(settings);
      expect(await objects.send('POST', '/networkGroups', { name: 'a', ...two })).toMatchObject({
        status: 422,
      });
      expect(simulator.control.state().networkGroups.map(({ name }) => name)).toEqual([
        seededNetworkGroup.name,
      ]);
    },
  );

  it.for([
    ['counted', 422],
    ['not-counted', 200],
  ] as const)(
    'hold for a parent when nested objects are %s',
    async ([nestedMembers, status], { objects, simulator }) => {
      simulator.control.changeSettings({ nestedMembers, mostObjectsPerGroup: 1 });
      const id = await objects.create({ name: 'a' });
      await objects.create({ name: 'b', inlineObjects: [host('192.0.2.3')], memberGroups: [id] });
      const body = { name: 'a', inlineObjects: [host('192.0.2.1')] };
      expect((await objects.send('PATCH', `/networkGroups/${id}`, body)).status).toBe(status);
    },
  );
});

describe('a list', () => {
  it('goes to the next and the previous page by cursor, and by offset', async ({ objects }) => {
    await objects.create({ name: 'a' });
    await objects.create({ name: 'b' });
    const page = async (query: string) => {
      const { body } = await objects.send('GET', `?sort=name:asc&limit=1${query}`);
      return z
        .object({
          objects: z.array(z.object({ name: z.string() })),
          pagination: z.object({ next: z.string().nullable(), prev: z.string().nullable() }),
        })
        .transform(({ objects: [first], pagination }) => ({ name: first?.name, ...pagination }))
        .parse(body);
    };
    const first = await page('');
    const second = await page(`&next=${first.next}`);
    expect([first.name, second.name, (await page('&offset=1')).name]).toEqual(['a', 'b', 'b']);
    expect([(await page(`&prev=${second.prev}`)).name, (await page('&offset=2')).next]).toEqual(['a', null]);
  });

  it.for(['limit=251', 'limit=0', 'next=abc', 'sort=size:asc', 'usableBy=sdWan'])(
    'refuses %s',
    async (query, { objects }) => {
      expect((await objects.send('GET', `?${query}`)).status).toBe(400);
    },
  );
});

describe('a caller', () => {
  it.for([
    ['of another region', { objectsRegion: 'wrong' }, 421],
    ['whose key has no rights to objects', { objectScopes: 'missing' }, 403],
  ] as const)('%s is refused', async ([, settings, status], { objects, simulator }) => {
    simulator.control.changeSettings(settings);
    expect(await objects.send('GET', '')).toMatchObject({ status, body: { code: expect.any(String) } });
  });

  it("of another organisation, without a token, or with a member's for a change is refused", async ({
    objects,
    simulator,
    platform,
  }) => {
    expect((await objects.send('GET', '', undefined, crypto.randomUUID())).status).toBe(403);
    expect((await new ObjectsCaller(simulator.url, 'x').send('GET', '')).status).toBe(401);
    simulator.control.putKey({
      apiKeyId: seededApiKey.apiKeyId,
      refreshToken: 'of-a-member',
      role: 'member',
    });
    const { access_token } = await platform.refresh('of-a-member');
    const member = new ObjectsCaller(simulator.url, access_token);
    expect((await member.send('GET', '')).status).toBe(200);
    expect((await member.send('POST', '/networkGroups', { name: 'a' })).status).toBe(403);
  });
});
