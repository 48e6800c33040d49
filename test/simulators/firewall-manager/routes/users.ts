import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, created, noContent, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { serviceError } from '../errors.ts';
import { pageQuerySchema } from '../page-query.ts';
import type { Route } from '../route.ts';
import { tenant } from '../tenant.ts';
import { roleSchema, type User } from '../users.ts';

/** Users: listed, made and deleted. People and API-only users have a list each. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', template: '/v1/users', callers: 'everybody', handle: readPeople },
  { method: 'GET', template: '/v1/users/api-only', callers: 'everybody', handle: readApiOnlyUsers },
  { method: 'GET', template: '/v1/users/{userUid}', callers: 'everybody', handle: readUser },
  { method: 'POST', template: '/v1/users', callers: 'super-admins', handle: createUser },
  { method: 'DELETE', template: '/v1/users/{userUid}', callers: 'super-admins', handle: deleteUser },
];

const apiOnlyUsersPage = pageQuerySchema(200);
const peoplePage = pageQuerySchema(50);

const createSchema = z.discriminatedUnion('apiOnlyUser', [
  z.strictObject({
    name: z
      .string()
      .min(1)
      .regex(/^[^@]+$/, 'the name of an API-only user must not be an e-mail address'),
    role: roleSchema,
    apiOnlyUser: z.literal(true),
  }),
  z.strictObject({
    name: z.email('the name of a person is an e-mail address'),
    role: roleSchema,
    apiOnlyUser: z.literal(false).default(false),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
  }),
]);

function readPeople(request: ApiRequest, cloud: Cloud): Answer {
  return pageOf(request, peoplePage, (user) => !user.apiOnlyUser, cloud);
}

function readApiOnlyUsers(request: ApiRequest, cloud: Cloud): Answer {
  return pageOf(request, apiOnlyUsersPage, (user) => user.apiOnlyUser, cloud);
}

function pageOf(
  request: ApiRequest,
  schema: ReturnType<typeof pageQuerySchema>,
  isWanted: (user: User) => boolean,
  cloud: Cloud,
): Answer {
  const query = schema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset, q } = query.data;
  const name = q?.slice('name:'.length);
  const found = cloud.users
    .all()
    .filter((user) => isWanted(user) && (name === undefined || user.name === name));
  return ok({
    count: found.length,
    limit,
    offset,
    items: found.slice(offset, offset + limit).map(userBody),
  });
}

function readUser(_request: ApiRequest, cloud: Cloud, { userUid = '' }: PathParameters): Answer {
  const user = cloud.users.find(userUid);
  return user ? ok(userBody(user)) : serviceError(404, 'User not found');
}

/** Makes a second user of the same name too: what the cloud does then is not documented. */
function createUser(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, createSchema);
  if (!body.ok) return serviceError(400, body.problem);
  const { name } = body.value;
  const isRenamed = body.value.apiOnlyUser && cloud.settings.apiUserName === 'name-at-tenant';
  const user: User = {
    ...body.value,
    uid: randomUUID(),
    name: isRenamed ? `${name}@${tenant.name}` : name,
  };
  cloud.users.put(user);
  return created(userBody(user));
}

/** Deletes are idempotent, so an unknown uid is a success too. */
function deleteUser(_request: ApiRequest, cloud: Cloud, { userUid = '' }: PathParameters): Answer {
  cloud.users.delete(userUid);
  return noContent;
}

function userBody({ uid, name, role, apiOnlyUser, firstName, lastName }: User) {
  const user = { uid, name, roles: [role], apiOnlyUser };
  return apiOnlyUser ? user : { ...user, emailAddress: name, firstName, lastName };
}
