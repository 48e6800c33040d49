import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { tableProvisionedUsers } from '#shared/aws/table/people/provisioned-users.ts';
import { type LifecycleSourceName, lifecycleSourceNameSchema } from '#shared/config/names.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { type ProvisionedUser, provisionedIdOf } from '#shared/people/scim/provisioned-user.ts';
import { DeployedSystem } from './deployed-system.ts';

const system = new DeployedSystem();
const documents = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: system.stack.awsEndpoint,
    region: system.stack.region,
    credentials: system.credentials,
  }),
  { marshallOptions: { removeUndefinedValues: true } },
);
const users = tableProvisionedUsers({ documents, tableName: system.stack.table });

let source: LifecycleSourceName;
beforeEach(() => {
  source = lifecycleSourceNameSchema.parse(`s${randomUUID().slice(0, 8)}`);
});

function begun(name: string): ProvisionedUser {
  const email = emailAddressSchema.parse(`${name}@corp.example`);
  const at = new Date('2026-11-22T10:00:00Z');
  return {
    id: provisionedIdOf(source, email),
    email,
    userName: email,
    externalId: '00u1',
    createdAt: at,
    changedAt: at,
    revision: 0,
  };
}

describe('users of an identity provider in the table', () => {
  it('are begun once, passed on, and found alone and among all of their provider', async () => {
    const [ada, bob] = [begun('ada'), begun('bob')];
    expect(await users.find(source, ada.id)).toBeUndefined();
    expect(await users.keep(source, ada, undefined)).toBe('kept');
    expect(await users.keep(source, ada, undefined)).toBe('contested');
    const passedOn = { ...ada, active: true, name: { given: 'Ada', family: 'Byron' }, revision: 1 };
    expect(await users.keep(source, passedOn, ada)).toBe('kept');
    expect(await users.find(source, ada.id)).toEqual(passedOn);
    await users.keep(source, bob, undefined);
    expect(await users.all(source)).toHaveLength(2);
    expect(await users.all(lifecycleSourceNameSchema.parse(`${source}x`))).toEqual([]);
  });

  it('that somebody else has changed, or deleted and made anew, are left alone', async () => {
    const ada = begun('ada');
    const changed = { ...ada, active: false, revision: 1 };
    await users.keep(source, ada, undefined);
    await users.keep(source, changed, ada);
    expect(await users.keep(source, { ...ada, active: true, revision: 1 }, ada)).toBe('contested');
    expect(await users.forget(source, ada)).toBe('contested');
    expect(await users.forget(source, changed)).toBe('forgotten');
    expect(await users.find(source, ada.id)).toBeUndefined();

    await users.keep(source, { ...ada, createdAt: new Date('2026-11-23T10:00:00Z') }, undefined);
    expect(await users.keep(source, changed, ada)).toBe('contested');
    expect(await users.forget(source, ada)).toBe('contested');
  });
});
