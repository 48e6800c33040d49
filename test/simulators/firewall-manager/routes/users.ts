import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, created, noContent, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { serviceError } from '../errors.ts';
import type { Route } from '../route.ts';
import { tenant } from '../tenant.ts';
import { roleSchema, type User } from '../users.ts';

/** API-only users: found, made and deleted. People come under other routes. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', template: '/v1/users/api-only', callers: 'everybody', handle: readApiOnlyUsers },
  { method: 'GET', template: '/v1/users/{userUid}', callers: 'everybody', handle: readUser },
  { method: 'POST', template: '/v1/users', callers: 'super-admins', handle: createUser },
  { method: 'DELETE', template: '/v1/users/{userUid}', callers: 'super-admins', handle: deleteUser },
];

const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(0).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
  q: z
    .string()
    .regex(/^name:\S+$/, 'the simulator reads queries of the form name:<username> only')
    .optional(),
});

const createSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .regex(/^[^@]+$/, 'the name of an API-only user must not be an e-mail address'),
  role: roleSchema,
  apiOnlyUser: z.literal(true, { error: 'the simulator makes API-only users only' }),
});

function readApiOnlyUsers(request: ApiRequest, cloud: Cloud): Answer {
  const query = pageQuerySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return serviceError(400, z.prettifyError(query.error));
  const { limit, offset, q } = query.data;
  const name = q?.slice('name:'.length);
  const found = cloud.users
    .all()
    .filter((user) => user.apiOnlyUser && (name === undefined || user.name === name));
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
  const { name, role } = body.value;
  const shownName = cloud.settings.apiUserName === 'name-at-tenant' ? `${name}@${tenant.name}` : name;
  const user: User = { uid: randomUUID(), name: shownName, role, apiOnlyUser: true };
  cloud.users.put(user);
  return created(userBody(user));
}

/** Deletes are idempotent, so an unknown uid is a success too. */
function deleteUser(_request: ApiRequest, cloud: Cloud, { userUid = '' }: PathParameters): Answer {
  cloud.users.delete(userUid);
  return noContent;
}

function userBody({ uid, name, role, apiOnlyUser }: User) {
  return { uid, name, roles: [role], apiOnlyUser };
}
