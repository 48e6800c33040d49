import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import { roleBody } from '../people/bodies.ts';
import { changeAssignment, changeGrant, rolesOf, userNamed } from '../people/change-assignment.ts';
import { itemStatus } from '../people/item-results.ts';
import type { People } from '../people/people.ts';
import { platformError } from '../platform-error.ts';
import type { Route } from '../route.ts';
import { changing, inOrganisation, reading } from './in-organisation.ts';

const roles = '/v1/organizations/{orgId}/roles';

/** Roles: listed, given to users and taken from them. Nobody makes one by the API. */
export const roleRoutes: readonly Route[] = [
  { method: 'GET', template: roles, ...reading, handle: inOrganisation(listRoles) },
  { method: 'PATCH', template: `${roles}/{roleId}`, ...changing, handle: inOrganisation(changeRole) },
];

const querySchema = z.strictObject({
  type: z.enum(['CUSTOM', 'STATIC']).optional(),
  userId: z
    .string()
    .regex(/^[0-9a-zA-Z]{20}$/, 'a user id has 20 letters and digits')
    .optional(),
});

function listRoles(request: ApiRequest, people: People): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success)
    return platformError(422, { request, cloud: people, text: z.prettifyError(query.error) });
  const { type, userId } = query.data;
  const user = userId === undefined ? undefined : people.users.findById(userId);
  if (userId !== undefined && !user)
    return platformError(404, { request, cloud: people, text: 'User not found' });
  const found = user ? rolesOf(user, people) : people.roles.all();
  return ok({ roles: found.filter((role) => type === undefined || role.type === type).map(roleBody) });
}

const operation = z.enum(['add', 'remove']);
const changesSchema = z.strictObject({
  users: z.array(z.strictObject({ operation, id: z.string().min(1) })).default([]),
  groups: z.array(z.strictObject({ operation, id: z.uuid() })).default([]),
});

function changeRole(request: ApiRequest, people: People, { roleId = '' }: PathParameters): Answer {
  const role = people.roles.find(roleId);
  if (!role) return platformError(404, { request, cloud: people, text: 'Role not found' });
  const body = parseJsonBody(request, changesSchema);
  if (!body.ok) return platformError(400, { request, cloud: people, text: body.problem });
  const { users: changes, groups } = body.value;
  if (people.settings.userInRoleChange === 'id-or-400' && changes.some(({ id }) => id.includes('@'))) {
    return platformError(400, { request, cloud: people, text: 'Invalid user id' });
  }
  const results = changes.map((change) => {
    const outcome = people.failingItems.of(request, change.id) ?? changeAssignment(role, change, people);
    const { uuid } = userNamed(change.id, people) ?? { uuid: change.id };
    return { id: uuid, type: 'user', operation: change.operation, ...itemStatus(outcome, 'failed') };
  });
  const groupResults = groups.map((change) => {
    const outcome = people.failingItems.of(request, change.id) ?? changeGrant(role, change, people);
    return { ...change, type: 'group', ...itemStatus(outcome, 'failed') };
  });
  const all = [...results, ...groupResults];
  const failures = all.filter(({ status }) => status === 'failed').length;
  // Seen in the field and not documented.
  const summary = { success: all.length - failures, failed: failures };
  return ok({ results: all, summary });
}
