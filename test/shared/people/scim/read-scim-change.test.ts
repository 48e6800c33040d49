import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '#shared/people/email-address.ts';
import {
  type ProvisionedPerson,
  readScimChange,
  type ScimChange,
} from '#shared/people/scim/read-scim-change.ts';
import { lifecycleSource, peopleSettings } from '../lifecycle/people-settings.ts';

const receivedAt = new Date('2026-11-20T16:00:00Z');
const source = lifecycleSource({
  kind: 'scim',
  profile: 'guest',
  mapping: { profile: "groups[?display=='SecOps'] | [0] && 'analyst'" },
});

const read = (change: ScimChange) =>
  readScimChange(change, { settings: peopleSettings(), source, receivedAt });

const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
const user = (own: object) => ({
  kind: 'create' as const,
  body: { schemas: [userUrn], userName: 'babs@corp.example', ...own },
});
const babs: ProvisionedPerson = {
  email: parseEmailAddress('babs@corp.example') ?? expect.fail('an address'),
  name: { given: 'Babs', family: 'Jensen' },
};
const patch = (...operations: object[]) => ({
  kind: 'patch' as const,
  person: babs,
  body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations },
});

describe('a SCIM user', () => {
  it('that is created joins at once, with the usual profile', () => {
    expect(
      read(user({ name: { givenName: 'Babs', familyName: 'Jensen' }, password: 't1meMa$heen' })),
    ).toEqual({
      kind: 'accepted',
      request: {
        kind: 'onboard',
        email: 'babs@corp.example',
        emailOrigin: 'stated',
        name: { given: 'Babs', family: 'Jensen' },
        effective: { kind: 'immediate', since: receivedAt },
        profile: 'guest',
        ticket: undefined,
        requester: undefined,
      },
    });
  });

  it('gets the profile that the mapping finds', () => {
    expect(read(user({ groups: [{ display: 'SecOps' }] }))).toMatchObject({
      request: { profile: 'analyst' },
    });
  });

  it.each([
    ['not active', { active: false }],
    ['not active in a text', { active: 'False' }],
    ['not active in other names', { ACTIVE: false }],
  ])('that is %s leaves at once', (_, own) => {
    expect(read(user(own))).toMatchObject({
      request: { kind: 'offboard', effective: { kind: 'immediate', since: receivedAt } },
    });
  });

  it('that is replaced is the one of the path, whatever address the body has', () => {
    const { body } = user({ userName: 'ada@corp.example', active: false });
    expect(read({ kind: 'replace', body, person: babs })).toMatchObject({
      request: { kind: 'offboard', email: 'babs@corp.example' },
    });
  });

  it('that is replaced under an id of nobody is refused', () => {
    expect(read({ ...user({}), kind: 'replace', person: undefined })).toMatchObject({
      kind: 'refused',
      reason: 'person-unknown',
    });
  });

  it('that is deleted leaves at once', () => {
    expect(read({ kind: 'delete', person: babs })).toMatchObject({
      request: { kind: 'offboard', email: 'babs@corp.example', name: { given: 'Babs', family: 'Jensen' } },
    });
  });

  it.each([
    [
      'the primary one at work',
      [
        { value: 'b@w.example', type: 'work' },
        { value: 'a@w.example', type: 'work', primary: true },
      ],
      'a@w.example',
    ],
    [
      'one at work, before a private one that is primary',
      [
        { value: 'a@h.example', type: 'home', primary: true },
        { value: 'b@w.example', type: 'Work' },
      ],
      'b@w.example',
    ],
    ['a primary one of no type', [{ value: 'a@w.example', primary: true }], 'a@w.example'],
    ['the user name, before a private one', [{ value: 'a@h.example', type: 'home' }], 'babs@corp.example'],
    ['the user name, where there is no list', 'a@w.example', 'babs@corp.example'],
  ])('is known by %s', (_, emails, email) => {
    expect(read(user({ emails }))).toMatchObject({ request: { email } });
  });

  it.each([
    ['a group', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'] }, 'not-a-person'],
    ['no kind of message', { schemas: undefined }, 'not-a-person'],
    ['an unclear "active"', { active: 'perhaps' }, 'not-a-person'],
    ['no address', { userName: 'babs' }, 'email-missing'],
  ])('is refused with %s', (_, own, reason) => {
    expect(read(user(own))).toMatchObject({ kind: 'refused', reason });
  });
});

describe('a SCIM patch', () => {
  it.each([
    ['a path', { op: 'replace', path: 'active', value: false }],
    ['a path and a text, in capitals', { op: 'Replace', path: 'Active', value: 'False' }],
    ['no path', { op: 'replace', value: { active: false } }],
    ['the whole name', { op: 'add', path: `${userUrn}:active`, value: false }],
    ['the whole name in the value', { op: 'add', value: { [`${userUrn}:active`]: false } }],
  ])('that switches off by %s means a leaver, at once', (_, operation) => {
    expect(read(patch(operation))).toMatchObject({
      request: { kind: 'offboard', email: 'babs@corp.example', effective: { kind: 'immediate' } },
    });
  });

  it('that switches on again means a joiner', () => {
    expect(read(patch({ op: 'replace', path: 'active', value: true }))).toMatchObject({
      request: { kind: 'onboard', profile: 'guest' },
    });
  });

  it('is carried out in order: the last word counts', () => {
    const off = { op: 'replace', path: 'active', value: false };
    expect(read(patch({ ...off, value: true }, off))).toMatchObject({ request: { kind: 'offboard' } });
  });

  it('that does not touch "active" changes nothing', () => {
    const emails = [{ value: 'babs@home.example', type: 'home' }];
    expect(read(patch({ op: 'add', value: { emails, nickname: 'active' } }))).toEqual({
      kind: 'idle',
      reason: 'no-lifecycle-change',
    });
  });

  it.each([
    [
      'of nobody known',
      { ...patch({ op: 'replace', path: 'active', value: false }), person: undefined },
      'person-unknown',
    ],
    ['that takes "active" away', patch({ op: 'remove', path: 'active' }), 'not-understood'],
    ['that makes "active" a number', patch({ op: 'replace', path: 'active', value: 0 }), 'not-understood'],
    ['without operations', patch(), 'not-understood'],
    ['that is a user', { ...patch(), body: user({}).body }, 'not-understood'],
  ])('%s is refused', (_, change, reason) => {
    expect(read(change)).toMatchObject({ kind: 'refused', reason });
  });
});

it('any JSON ends in one way, and none of it by an exception', () => {
  const noise = fc.oneof(
    fc.jsonValue(),
    fc.record({ schemas: fc.constant([userUrn]), active: fc.jsonValue(), emails: fc.jsonValue() }),
  );
  fc.assert(
    fc.property(noise, fc.constantFrom('create', 'patch'), (body, kind) => {
      const change: ScimChange = kind === 'patch' ? { kind, body, person: babs } : { kind, body };
      expect(['accepted', 'refused', 'idle']).toContain(read(change).kind);
    }),
  );
});
