import type { AdminGroups } from '../../../organisations/admin-groups.ts';
import type { AuthorisedPlatformClient } from '../authorised-client.ts';
import { grantToGroup } from '../roles/grant-to-group.ts';
import { rolesOfGroup } from '../roles/roles-of-group.ts';
import { settledChange } from '../settled-change.ts';
import { createGroup } from './create-group.ts';
import { listGroups } from './list-groups.ts';

/** The admin groups of a Security Cloud Control organisation, to be made and given roles. */
export function platformAdminGroups(client: AuthorisedPlatformClient): AdminGroups {
  return {
    available: () => listGroups(client),
    create: (group) => createGroup(client, group),
    rolesOf: (group) => rolesOfGroup(client, group.id),
    grant: (role, group) =>
      settledChange(
        () => grantToGroup(client, role.id, group.id),
        async () => (await rolesOfGroup(client, group.id)).some(({ id }) => id === role.id),
      ),
  };
}
