import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { ApiKey } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import { groupBody, userBody } from '../people/bodies.ts';
import { changeMembership } from '../people/change-membership.ts';
import { shownGroups } from '../people/disabled-users-group.ts';
import { itemStatus } from '../people/item-results.ts';
import { platformError } from '../platform-error.ts';
import type { Route } from '../route.ts';
import { changing, inOwnOrganisation, reading } from './in-own-organisation.ts';

const groups = '/v1/organizations/{orgId}/adminGroups';

/** Admin groups: listed, and their members listed and changed. They are made in the console, or by the control. */
export const adminGroupRoutes: readonly Route[] = [
  { method: 'GET', template: groups, ...reading, handle: inOwnOrganisation(listGroups) },
  {
    method: 'GET',
    template: `${groups}/{groupId}/users`,
    ...reading,
    handle: inOwnOrganisation(listMembers),
  },
  { method: 'PATCH', template: `${groups}/{groupId}`, ...changing, handle: inOwnOrganisation(changeMembers) },
];

const querySchema = z.strictObject({
  max: z.coerce.number().int().min(1).max(500).default(100),
  // Where the next cursor comes from is not documented; the guide says that it starts at 1, like a page number.
  cursor: z.coerce.number().int().min(1).default(1),
});

function listGroups(
  request: ApiRequest,
  cloud: Cloud,
  _parameters: PathParameters,
  { organisation }: ApiKey,
): Answer {
  const query = querySchema.safeParse(Object.fromEntries(request.query));
  if (!query.success) return platformError(422, { request, cloud, text: z.prettifyError(query.error) });
  const { max, cursor } = query.data;
  const { groupCursor } = cloud.settings;
  if (groupCursor === 'refused' && cursor > 1) {
    return platformError(400, { request, cloud, text: 'Invalid cursor' });
  }
  const start = groupCursor === 'ignored' ? 0 : (cursor - 1) * max;
  const page = shownGroups(cloud).slice(start, start + max);
  return ok({ groups: page.map((group) => groupBody(group, organisation)) });
}

function listMembers(request: ApiRequest, cloud: Cloud, { groupId }: PathParameters): Answer {
  const group = shownGroups(cloud).find(({ id }) => id === groupId);
  if (!group) return platformError(404, { request, cloud, text: 'Group not found' });
  return ok({
    users: cloud.users
      .all()
      .filter(({ id }) => group.userIds.has(id))
      .map(userBody),
  });
}

const changesSchema = z.strictObject({
  users: z.array(z.strictObject({ operation: z.enum(['add', 'remove']), id: z.email() })).min(1),
});

const pastTense = { add: 'added', remove: 'removed' } as const;

function changeMembers(request: ApiRequest, cloud: Cloud, { groupId }: PathParameters): Answer {
  const group = shownGroups(cloud).find(({ id }) => id === groupId);
  if (!group) return platformError(404, { request, cloud, text: 'Group not found' });
  const body = parseJsonBody(request, changesSchema);
  if (!body.ok) return platformError(400, { request, cloud, text: body.problem });
  const userResults = body.value.users.map((change) => {
    const outcome = cloud.failingItems.of(request, change.id) ?? changeMembership(group, change, cloud);
    // The word for failure is not documented here: any that is none of the other resources' will do.
    return { emailId: change.id, operation: pastTense[change.operation], ...itemStatus(outcome, 'failure') };
  });
  return ok({ userResults, managedOrgResults: [] });
}
