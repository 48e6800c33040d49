import type { ProvisionedUser } from './provisioned-user.ts';
import { userFilter } from './user-filter.ts';
import { userResource } from './user-resource.ts';

/** As many as a provider gets in one answer, and when it does not say how many it wants. */
export const mostUsersPerPage = 200;

/**
 * The users that a provider asks for, page by page, the first created first.
 * @see https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.4
 */
export function userList(users: readonly ProvisionedUser[], parameters: ReadonlyMap<string, string>): object {
  const matches = userFilter(parameters.get('filter'));
  const found = users
    .filter((user) => user.active !== undefined && matches(user))
    .sort(
      (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1),
    );
  const startIndex = Math.max(1, wholeNumber(parameters.get('startIndex')) ?? 1);
  const wanted = Math.max(0, wholeNumber(parameters.get('count')) ?? mostUsersPerPage);
  const page = found.slice(startIndex - 1, startIndex - 1 + Math.min(wanted, mostUsersPerPage));
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: found.length,
    startIndex,
    itemsPerPage: page.length,
    Resources: page.map(userResource),
  };
}

/** What is no number is as if it were not there. */
function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}
