import type { Organisation } from '../organisation.ts';
import type { Group } from './groups.ts';
import type { Role } from './roles.ts';
import type { User } from './users.ts';

/** A user as a list shows them. */
export function userBody({ id, firstName, lastName, email, status, type, created, statusChanged }: User) {
  return {
    id,
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    email,
    status,
    type,
    created: created.toISOString(),
    updated: statusChanged.toISOString(),
    statusChanged: statusChanged.toISOString(),
  };
}

/** An admin group as a list shows it. */
export function groupBody(
  { id, name, type, description = `Administrators of ${name}` }: Group,
  { id: orgId }: Organisation,
) {
  return { id, name, description, orgId, type };
}

/** A role as a list shows it. */
export function roleBody({ id, displayName, type, products }: Role) {
  return { id, displayName, type, products };
}
