import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Answer, created, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import { isListed } from '../list-delay.ts';
import type { Organisation } from '../organisation.ts';
import { groupBody, roleBody, userBody } from '../people/bodies.ts';
import { changeMembership } from '../people/change-membership.ts';
import { shownGroups } from '../people/disabled-users-group.ts';
import { itemStatus } from '../people/item-results.ts';
import type { People } from '../people/people.ts';
import { platformError } from '../platform-error.ts';
import type { Route } from '../route.ts';
import { changing, inOrganisation, reading } from './in-organisation.ts';

const groups = '/v1/organizations/{orgId}/adminGroups';

/** Admin groups: listed and made, and their members and roles listed and changed. */
export const adminGroupRoutes: readonly Route[] = [
  { method: 'GET', template: groups, ...reading, handle: inOrganisation(listGroups) },
  { method: 'POST', template: groups, ...changing, handle: inOrganisation(createGroup) },
  {
    method: 'GET',
    template: `${groups}/{groupId}/roles`,
    ...reading,
    handle: inOrganisation(listRoles),
  },
  {
    method: 'GET',
    template: `${groups}/{groupId}/users`,
    ...reading,
    handle: inOrganisation(listMembers),
  },
  { method: 'PATCH', template: `${groups}/{groupId}`, ...changing, handle: inOrganisation(changeMembers) },
];

const querySchema = z.strictObject({
  max: z.coerce.number().int().min(1).max(500).default(100),
  // Where the next cursor comes from is not documented; the guide says that it starts at 1, like a page number.
  cursor: z.coerce.number().int().min(1).default(1),
});

function listGroups(
  request: ApiRequest,
  people: People,
  _parameters: PathParameters,
  organisation: Organisation,
): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success)
    return platformError(422, { request, cloud: people, text: z.prettifyError(query.error) });
  const { max, cursor } = query.data;
  const { listCursor } = people.settings;
  if (listCursor === 'refused' && cursor > 1) {
    return platformError(400, { request, cloud: people, text: 'Invalid cursor' });
  }
  const start = listCursor === 'ignored' ? 0 : (cursor - 1) * max;
  const listed = shownGroups(people).filter((group) => isListed(group.created, people));
  const page = listed.slice(start, start + max);
  return ok({ groups: page.map((group) => groupBody(group, organisation)) });
}

const newGroupSchema = z.strictObject({ name: z.string().min(1), description: z.string().optional() });

/** `appliesTo` was seen to make the call fail, so it is none of the fields. */
function createGroup(
  request: ApiRequest,
  people: People,
  _parameters: PathParameters,
  organisation: Organisation,
): Answer {
  const body = parseJsonBody(request, newGroupSchema);
  if (!body.ok) return platformError(400, { request, cloud: people, text: body.problem });
  const { name } = body.value;
  const isTaken = people.groups.all().some((group) => group.name.toLowerCase() === name.toLowerCase());
  if (isTaken && people.settings.duplicateNames === 'refused') {
    return platformError(422, { request, cloud: people, text: 'Group name already exists' });
  }
  const group = {
    ...body.value,
    id: randomUUID(),
    type: 'Local',
    userIds: new Set<string>(),
    created: people.clock.now(),
  } as const;
  people.groups.put(group);
  return created(groupBody(group, organisation));
}

function listRoles(request: ApiRequest, people: People, { groupId = '' }: PathParameters): Answer {
  const group = shownGroups(people).find(({ id }) => id === groupId);
  if (!group) return platformError(404, { request, cloud: people, text: 'Group not found' });
  return ok({
    roles: people.roles
      .all()
      .filter(({ groupIds }) => groupIds.has(groupId))
      .map(roleBody),
  });
}

function listMembers(request: ApiRequest, people: People, { groupId }: PathParameters): Answer {
  const group = shownGroups(people).find(({ id }) => id === groupId);
  if (!group) return platformError(404, { request, cloud: people, text: 'Group not found' });
  return ok({
    users: people.users
      .all()
      .filter(({ id }) => group.userIds.has(id))
      .map(userBody),
  });
}

const changesSchema = z.strictObject({
  users: z.array(z.strictObject({ operation: z.enum(['add', 'remove']), id: z.email() })).min(1),
});

const pastTense = { add: 'added', remove: 'removed' } as const;

function changeMembers(request: ApiRequest, people: People, { groupId }: PathParameters): Answer {
  const group = shownGroups(people).find(({ id }) => id === groupId);
  if (!group) return platformError(404, { request, cloud: people, text: 'Group not found' });
  const body = parseJsonBody(request, changesSchema);
  if (!body.ok) return platformError(400, { request, cloud: people, text: body.problem });
  const userResults = body.value.users.map((change) => {
    const outcome = people.failingItems.of(request, change.id) ?? changeMembership(group, change, people);
    // The word for failure is not documented here: any that is none of the other resources' will do.
    return { emailId: change.id, operation: pastTense[change.operation], ...itemStatus(outcome, 'failure') };
  });
  return ok({ userResults, managedOrgResults: [] });
}
