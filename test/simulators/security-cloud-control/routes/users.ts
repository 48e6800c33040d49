import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { ApiKey } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import { groupBody, userBody } from '../people/bodies.ts';
import { changeUser, userChangeSchema } from '../people/change-user.ts';
import { shownGroups } from '../people/disabled-users-group.ts';
import { itemStatus } from '../people/item-results.ts';
import { isDisabled, isPending, type User } from '../people/users.ts';
import { platformError } from '../platform-error.ts';
import type { Route } from '../route.ts';
import { changing, inOwnOrganisation, reading } from './in-own-organisation.ts';

const users = '/v1/organizations/{orgId}/users';

/** Users: listed, read, and changed by PATCH alone. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', template: users, ...reading, handle: inOwnOrganisation(listUsers) },
  { method: 'PATCH', template: users, ...changing, handle: inOwnOrganisation(changeUsers) },
  { method: 'GET', template: `${users}/{userId}`, ...reading, handle: inOwnOrganisation(readUser) },
  {
    method: 'GET',
    template: `${users}/{userId}/groups`,
    ...reading,
    handle: inOwnOrganisation(listGroupsOfUser),
  },
];

const querySchema = z.strictObject({
  status: z.enum(['ACTIVE', 'PENDING', 'DISABLED', 'SHARED']).optional(),
});

const filters = {
  ACTIVE: (user: User) => !isPending(user) && !isDisabled(user) && user.type !== 'Shared',
  PENDING: isPending,
  DISABLED: isDisabled,
  SHARED: (user: User) => user.type === 'Shared',
} as const;

function listUsers(request: ApiRequest, cloud: Cloud): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return platformError(422, { request, cloud, text: z.prettifyError(query.error) });
  const withoutFilter = cloud.settings.usersWithoutFilter === 'active-only' ? 'ACTIVE' : undefined;
  const status = query.data.status ?? withoutFilter;
  const listed = cloud.users.all().filter((user) => status === undefined || filters[status](user));
  return ok({ users: listed.map(userBody) });
}

function readUser(request: ApiRequest, cloud: Cloud, { userId = '' }: PathParameters): Answer {
  const user = cloud.users.findById(userId);
  if (!user) return platformError(404, { request, cloud, text: 'User not found' });
  return ok({ ...userBody(user), factors: [] });
}

function listGroupsOfUser(
  request: ApiRequest,
  cloud: Cloud,
  { userId = '' }: PathParameters,
  { organisation }: ApiKey,
): Answer {
  const user = cloud.users.findById(userId);
  if (!user) return platformError(404, { request, cloud, text: 'User not found' });
  const groups = shownGroups(cloud).filter(({ userIds }) => userIds.has(user.id));
  return ok({ groups: groups.map((group) => groupBody(group, organisation)) });
}

const changesSchema = z.strictObject({ users: z.array(userChangeSchema).min(1) });

function changeUsers(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, changesSchema);
  if (!body.ok) return platformError(400, { request, cloud, text: body.problem });
  const changes = body.value.users;
  const isConflict = changes.some(
    ({ operation, email }) => operation === 'invite' && cloud.users.findByEmail(email),
  );
  if (isConflict && cloud.settings.inviteOfMember === 'conflicts') {
    return platformError(409, { request, cloud, text: 'User already exists in organization' });
  }
  const results = changes.map((change) => {
    const { email, operation } = change;
    const outcome = cloud.failingItems.of(request, email) ?? changeUser(change, cloud);
    return { email, operation, ...itemStatus(outcome, 'error') };
  });
  return ok({ results });
}
