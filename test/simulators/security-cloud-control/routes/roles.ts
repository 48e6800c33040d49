import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { roleBody } from '../people/bodies.ts';
import { changeAssignment, rolesOf, userNamed } from '../people/change-assignment.ts';
import { itemStatus } from '../people/item-results.ts';
import { platformError } from '../platform-error.ts';
import type { Route } from '../route.ts';
import { changing, inOwnOrganisation, reading } from './in-own-organisation.ts';

const roles = '/v1/organizations/{orgId}/roles';

/** Roles: listed, given to users and taken from them. Nobody makes one by the API. */
export const roleRoutes: readonly Route[] = [
  { method: 'GET', template: roles, ...reading, handle: inOwnOrganisation(listRoles) },
  { method: 'PATCH', template: `${roles}/{roleId}`, ...changing, handle: inOwnOrganisation(changeRole) },
];

const querySchema = z.strictObject({
  type: z.enum(['CUSTOM', 'STATIC']).optional(),
  userId: z
    .string()
    .regex(/^[0-9a-zA-Z]{20}$/, 'a user id has 20 letters and digits')
    .optional(),
});

function listRoles(request: ApiRequest, cloud: Cloud): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return platformError(422, { request, cloud, text: z.prettifyError(query.error) });
  const { type, userId } = query.data;
  const user = userId === undefined ? undefined : cloud.users.findById(userId);
  if (userId !== undefined && !user) return platformError(404, { request, cloud, text: 'User not found' });
  const found = user ? rolesOf(user, cloud) : cloud.roles.all();
  return ok({ roles: found.filter((role) => type === undefined || role.type === type).map(roleBody) });
}

const changesSchema = z.strictObject({
  users: z.array(z.strictObject({ operation: z.enum(['add', 'remove']), id: z.string().min(1) })).min(1),
});

function changeRole(request: ApiRequest, cloud: Cloud, { roleId = '' }: PathParameters): Answer {
  const role = cloud.roles.find(roleId);
  if (!role) return platformError(404, { request, cloud, text: 'Role not found' });
  const body = parseJsonBody(request, changesSchema);
  if (!body.ok) return platformError(400, { request, cloud, text: body.problem });
  const changes = body.value.users;
  if (cloud.settings.userInRoleChange === 'id-or-400' && changes.some(({ id }) => id.includes('@'))) {
    return platformError(400, { request, cloud, text: 'Invalid user id' });
  }
  const results = changes.map((change) => {
    const outcome = cloud.failingItems.of(request, change.id) ?? changeAssignment(role, change, cloud);
    const { uuid } = userNamed(change.id, cloud) ?? { uuid: change.id };
    return { id: uuid, type: 'user', operation: change.operation, ...itemStatus(outcome, 'failed') };
  });
  const failures = results.filter(({ status }) => status === 'failed').length;
  // Seen in the field and not documented.
  const summary = { success: results.length - failures, failed: failures };
  return ok({ results, summary });
}
