import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Organisation } from '../organisation.ts';
import { groupBody, userBody } from '../people/bodies.ts';
import { changeUser, userChangeSchema } from '../people/change-user.ts';
import { shownGroups } from '../people/disabled-users-group.ts';
import { itemStatus } from '../people/item-results.ts';
import type { People } from '../people/people.ts';
import { isDisabled, isPending, type User } from '../people/users.ts';
import { platformError } from '../platform-error.ts';
import type { Route } from '../route.ts';
import { changing, inOrganisation, reading } from './in-organisation.ts';

const users = '/v1/organizations/{orgId}/users';

/** Users: listed, read, and changed by PATCH alone. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', template: users, ...reading, handle: inOrganisation(listUsers) },
  { method: 'PATCH', template: users, ...changing, handle: inOrganisation(changeUsers) },
  { method: 'GET', template: `${users}/{userId}`, ...reading, handle: inOrganisation(readUser) },
  {
    method: 'GET',
    template: `${users}/{userId}/groups`,
    ...reading,
    handle: inOrganisation(listGroupsOfUser),
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

function listUsers(request: ApiRequest, people: People): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success)
    return platformError(422, { request, cloud: people, text: z.prettifyError(query.error) });
  const withoutFilter = people.settings.usersWithoutFilter === 'active-only' ? 'ACTIVE' : undefined;
  const status = query.data.status ?? withoutFilter;
  const listed = people.users.all().filter((user) => status === undefined || filters[status](user));
  return ok({ users: listed.map(userBody) });
}

function readUser(request: ApiRequest, people: People, { userId = '' }: PathParameters): Answer {
  const user = people.users.findById(userId);
  if (!user) return platformError(404, { request, cloud: people, text: 'User not found' });
  return ok({ ...userBody(user), factors: [] });
}

function listGroupsOfUser(
  request: ApiRequest,
  people: People,
  { userId = '' }: PathParameters,
  organisation: Organisation,
): Answer {
  const user = people.users.findById(userId);
  if (!user) return platformError(404, { request, cloud: people, text: 'User not found' });
  const groups = shownGroups(people).filter(({ userIds }) => userIds.has(user.id));
  return ok({ groups: groups.map((group) => groupBody(group, organisation)) });
}

const changesSchema = z.strictObject({ users: z.array(userChangeSchema).min(1) });

function changeUsers(request: ApiRequest, people: People): Answer {
  const body = parseJsonBody(request, changesSchema);
  if (!body.ok) return platformError(400, { request, cloud: people, text: body.problem });
  const changes = body.value.users;
  const isConflict = changes.some(
    ({ operation, email }) => operation === 'invite' && people.users.findByEmail(email),
  );
  if (isConflict && people.settings.inviteOfMember === 'conflicts') {
    return platformError(409, { request, cloud: people, text: 'User already exists in organization' });
  }
  const results = changes.map((change) => {
    const { email, operation } = change;
    const outcome = people.failingItems.of(request, email) ?? changeUser(change, people);
    return { email, operation, ...itemStatus(outcome, 'error') };
  });
  return ok({ results });
}
