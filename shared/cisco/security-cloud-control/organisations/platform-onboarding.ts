import type { OnboardingPorts } from '../../../organisations/onboarding/onboarding-ports.ts';
import { authorisedPlatformClient } from '../authorised-client.ts';
import { platformAdminGroups } from '../groups/platform-admin-groups.ts';
import { platformGroups } from '../groups/platform-groups.ts';
import { platformRoles } from '../roles/platform-roles.ts';
import { platformSubscriptions } from '../subscriptions/platform-subscriptions.ts';
import { platformDirectory } from '../users/platform-directory.ts';
import { platformOrganisations } from './platform-organisations.ts';

/**
 * Onboards by the key of a manager. That its token is good for everything in the organisations that it manages is
 * documented for sharing subscriptions only; where it is refused, the error tells a person what is left to them.
 * @param manager what its calls are made with
 */
export function platformOnboarding(
  manager: Omit<Parameters<typeof authorisedPlatformClient>[0], 'isManaged'>,
): Pick<OnboardingPorts, 'registry' | 'within'> {
  return {
    registry: platformOrganisations(authorisedPlatformClient(manager)),
    within(organizationId) {
      const isManaged = organizationId !== manager.organizationId;
      const client = authorisedPlatformClient({ ...manager, organizationId, isManaged });
      return {
        subscriptions: platformSubscriptions(client),
        adminGroups: platformAdminGroups(client),
        groups: platformGroups(client),
        roles: platformRoles(client),
        directory: platformDirectory(client),
      };
    },
  };
}
