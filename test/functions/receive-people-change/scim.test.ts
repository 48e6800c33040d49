import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { peopleIntake } from './people-intake.ts';

let intake: ReturnType<typeof peopleIntake>;
beforeEach(() => {
  intake = peopleIntake();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ada = {
  schemas: [userUrn],
  userName: 'ada@corp.example',
  externalId: '00u1',
  name: { givenName: 'Ada', familyName: 'Byron' },
  active: true,
};
const patch = (operation: object) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [operation],
});
const switched = (active: boolean) => patch({ op: 'Replace', path: 'active', value: active });

async function create(body: object = ada): Promise<string> {
  const answer = await intake.scim('POST', 'Users', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

const asked = () => intake.published.map(({ detailType }) => detailType);
const requestIds = () =>
  intake.published.map(({ detail }) => ('requestId' in detail ? String(detail.requestId) : ''));

describe('a user', () => {
  it('that is created is let in at once, and is shown with its id from then on', async () => {
    const { status, headers, body } = await intake.scim('POST', 'Users', ada);
    expect(status).toBe(201);
    expect(headers).toMatchObject({
      'content-type': 'application/scim+json',
      location: `Users/${body.id}`,
    });
    expect(body).toEqual({
      schemas: [userUrn],
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      externalId: '00u1',
      userName: 'ada@corp.example',
      name: { givenName: 'Ada', familyName: 'Byron' },
      displayName: 'Ada Byron',
      emails: [{ value: 'ada@corp.example', type: 'work', primary: true }],
      active: true,
      meta: {
        resourceType: 'User',
        created: '2026-11-22T10:00:30.000Z',
        lastModified: '2026-11-22T10:00:30.000Z',
        location: `Users/${body.id}`,
      },
    });
    expect(intake.published).toMatchObject([
      {
        detailType: 'OnboardRequested',
        detail: { lifecycleSource: 'okta', email: 'ada@corp.example', immediate: true, profile: 'analyst' },
      },
    ]);
    expect((await intake.scim('GET', `Users/${body.id}`)).body).toEqual(body);
  });

  it('that is there already is refused as such, and asked for once', async () => {
    await create();
    expect(await intake.scim('POST', 'Users', { ...ada, userName: 'ADA@corp.example' })).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness', status: '409' },
    });
    expect(asked()).toEqual(['OnboardRequested']);
  });

  it('that is switched off, on and off leaves, joins and leaves: three requests', async () => {
    const id = await create();
    for (const active of [false, true, false]) {
      const answer = await intake.scim('PATCH', `Users/${id}`, switched(active));
      expect(answer).toMatchObject({ status: 200, body: { id, active } });
    }
    expect(asked().slice(1)).toEqual(['OffboardRequested', 'OnboardRequested', 'OffboardRequested']);
    expect(new Set(requestIds()).size).toBe(4);
  });

  it('that is switched off twice leaves once', async () => {
    const id = await create();
    await intake.scim('PATCH', `Users/${id}`, switched(false));
    expect((await intake.scim('PATCH', `Users/${id}`, switched(false))).status).toBe(200);
    expect(asked()).toEqual(['OnboardRequested', 'OffboardRequested']);
  });

  it('that gets another title is as before', async () => {
    const id = await create();
    const answer = await intake.scim('PATCH', `Users/${id}`, patch({ op: 'add', value: { title: 'Dr.' } }));
    expect(answer).toMatchObject({ status: 200, body: { active: true } });
    expect(asked()).toEqual(['OnboardRequested']);
  });

  it('that is replaced has the new name and stays who it is', async () => {
    const id = await create();
    const { status, body } = await intake.scim('PUT', `Users/${id}`, {
      schemas: [userUrn],
      userName: 'ada.lovelace@corp.example',
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      active: false,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      userName: 'ada.lovelace@corp.example',
      displayName: 'Ada Lovelace',
      emails: [{ value: 'ada@corp.example' }],
      active: false,
    });
    expect(intake.published.at(-1)).toMatchObject({
      detailType: 'OffboardRequested',
      detail: { email: 'ada@corp.example' },
    });
  });

  it('that is deleted leaves, is forgotten, and can be created anew', async () => {
    const id = await create();
    expect(await intake.scim('DELETE', `Users/${id}`)).toMatchObject({ status: 204, body: undefined });
    expect((await intake.scim('GET', `Users/${id}`)).status).toBe(404);
    intake.secondsPass(60);
    await create();
    expect(asked()).toEqual(['OnboardRequested', 'OffboardRequested', 'OnboardRequested']);
    expect(new Set(requestIds()).size).toBe(3);
  });

  it('that is deleted after it was switched off has left already', async () => {
    const id = await create();
    await intake.scim('PATCH', `Users/${id}`, switched(false));
    await intake.scim('DELETE', `Users/${id}`);
    expect(asked()).toEqual(['OnboardRequested', 'OffboardRequested']);
  });

  it('that could not be passed on is nobody until it is created again, with the same request', async () => {
    intake.faults.publish = new RetryLater('The bus is away.');
    expect((await intake.scim('POST', 'Users', ada)).status).toBe(503);
    expect((await intake.scim('GET', 'Users')).body.totalResults).toBe(0);
    delete intake.faults.publish;
    await create();
    expect(asked()).toEqual(['OnboardRequested']);
  });

  it('that somebody else changes meanwhile is asked about again later', async () => {
    const id = await create();
    intake.users.beforeWrite = () => {
      for (const [key, user] of intake.users.rows) {
        intake.users.rows.set(key, { ...user, revision: user.revision + 1 });
      }
    };
    const answer = await intake.scim('PATCH', `Users/${id}`, switched(false));
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
  });
});

describe('a list', () => {
  it.each([
    ['everybody', {}, ['ada@corp.example', 'bob@corp.example', 'cyd@corp.example']],
    ['one by user name, in any case', { filter: 'userName eq "BOB@corp.example"' }, ['bob@corp.example']],
    ['one by the id of the provider', { filter: 'externalId eq "00u1"' }, ['ada@corp.example']],
    [
      'one by address',
      { filter: 'emails[type eq "work"].value eq "cyd@corp.example"' },
      ['cyd@corp.example'],
    ],
    ['nobody, as providers try a connection', { filter: 'userName eq "0a1b2c"' }, []],
    ['a page', { startIndex: '2', count: '1' }, ['bob@corp.example']],
    ['only how many', { count: '0' }, []],
  ])('shows %s', async (_, query, expected) => {
    await create();
    for (const name of ['bob', 'cyd']) {
      intake.secondsPass(1);
      await create({ schemas: [userUrn], userName: `${name}@corp.example`, externalId: name });
    }
    const { status, body } = await intake.scim('GET', 'Users', undefined, query);
    expect(status).toBe(200);
    expect(body.itemsPerPage).toBe(expected.length);
    expect(body.Resources.map(({ userName }: { userName: string }) => userName)).toEqual(expected);
  });

  it('tells how many there are beside the page', async () => {
    await create();
    const { body } = await intake.scim('GET', 'Users', undefined, { startIndex: '5', count: '10' });
    expect(body).toMatchObject({ totalResults: 1, startIndex: 5, itemsPerPage: 0, Resources: [] });
  });
});

it.each([
  ['ServiceProviderConfig', { patch: { supported: true }, bulk: { supported: false } }],
  ['ResourceTypes', { totalResults: 1, Resources: [{ id: 'User', endpoint: '/Users' }] }],
  ['ResourceTypes/User', { schema: userUrn }],
  ['Schemas', { Resources: [{ id: userUrn }] }],
  [`Schemas/${userUrn}`, { name: 'User' }],
])('tells about itself: %s', async (path, expected) => {
  expect(await intake.scim('GET', path)).toMatchObject({ status: 200, body: expected });
});

describe('a refusal is an error in the words of SCIM, and nothing has happened', () => {
  it.each<
    [what: string, method: string, path: string, body: object | undefined, status: number, type?: string]
  >([
    ['a body that is no user', 'POST', 'Users', { userName: 'ada' }, 400, 'invalidSyntax'],
    [
      'a user without an address',
      'POST',
      'Users',
      { schemas: [userUrn], userName: 'a' },
      400,
      'invalidValue',
    ],
    ['nobody', 'PATCH', `Users/${'0'.repeat(32)}`, switched(false), 404],
    ['an id of another form', 'GET', 'Users/ada', undefined, 404],
    ['groups', 'GET', 'Groups', undefined, 404],
    ['another method on users', 'PUT', 'Users', ada, 405],
    ['another method on a user', 'POST', `Users/${'0'.repeat(32)}`, ada, 405],
    ['another method on the service', 'POST', 'Schemas', ada, 405],
  ])('%s', async (_, method, path, body, status, scimType) => {
    const answer = await intake.scim(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/scim+json');
    expect(answer.body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(status),
      ...(scimType && { scimType }),
      detail: expect.any(String),
    });
    expect(intake.published).toEqual([]);
  });

  it.each([
    ['an unknown sender', { headers: { Authorization: 'Bearer x' } }, 401],
    ['a source that does not speak it', { source: 'tickets' }, 404],
  ])('%s', async (_, sent, status) => {
    const answer = await intake.send({ source: 'okta', method: 'GET', resource: 'Users', ...sent });
    expect(answer).toMatchObject({ status, body: { status: String(status) } });
  });

  it.each(['userName co "ada"', 'userName eq ada', 'password eq "x"', 'constructor eq "x"', ''])(
    'the filter %j',
    async (filter) => {
      const answer = await intake.scim('GET', 'Users', undefined, { filter });
      expect(answer).toMatchObject({ status: 400, body: { scimType: 'invalidFilter' } });
    },
  );
});

it('whatever a provider does and whenever we die, the last request is about how the user stands', async () => {
  const step = fc.record({
    what: fc.constantFrom<'create' | 'on' | 'off' | 'delete'>('create', 'on', 'off', 'delete'),
    dies: fc.constantFrom<'no' | 'publishing' | 'writing'>('no', 'no', 'publishing', 'writing'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const here = peopleIntake();
      let id = '';
      const attempt = async (what: (typeof steps)[number]['what']) => {
        if (what === 'create') {
          const answer = await here.scim('POST', 'Users', ada);
          id = answer.body.id ?? id;
          return answer.status;
        }
        if (what === 'delete') return (await here.scim('DELETE', `Users/${id}`)).status;
        return (await here.scim('PATCH', `Users/${id}`, switched(what === 'on'))).status;
      };
      for (const { what, dies } of steps) {
        here.secondsPass(1);
        if (dies === 'publishing') here.faults.publish = new RetryLater('The bus is away.');
        if (dies === 'writing') {
          here.users.beforeWrite = () => {
            throw new RetryLater('The table is away.');
          };
        }
        const status = await attempt(what);
        delete here.faults.publish;
        here.users.beforeWrite = () => {};
        // A provider repeats what has failed.
        if (status === 503) expect(await attempt(what)).toBeLessThan(500);
      }
      const last = new Map(here.published.map((event) => [JSON.stringify(event.detail), event])).values();
      const wanted = [...last].at(-1)?.detailType;
      const [user] = [...here.users.rows.values()];
      if (user?.active === true) expect(wanted).toBe('OnboardRequested');
      if (user?.active === false || (user === undefined && wanted)) expect(wanted).toBe('OffboardRequested');
    }),
    { numRuns: 60 },
  );
});
