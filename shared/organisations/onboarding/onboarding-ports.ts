import type { Directory } from '../../people/directory.ts';
import type { Groups } from '../../people/groups.ts';
import type { Roles } from '../../people/roles.ts';
import type { Clock } from '../../time/clock.ts';
import type { AdminGroups } from '../admin-groups.ts';
import type { ClaimCodes } from '../claim-code.ts';
import type { OrganisationId } from '../organisation.ts';
import type { OrganisationRegistry } from '../organisation-registry.ts';
import type { Subscriptions } from '../subscriptions.ts';
import type { StepJournal } from './step-journal.ts';

/** What belongs to one organisation. */
export interface OrganisationPorts {
  readonly subscriptions: Subscriptions;
  readonly adminGroups: AdminGroups;
  readonly groups: Pick<Groups, 'of' | 'add'>;
  readonly roles: Pick<Roles, 'available'>;
  readonly directory: Pick<Directory, 'find' | 'invite'>;
}

/** All that an onboarding needs. */
export interface OnboardingPorts {
  readonly registry: OrganisationRegistry;
  /** The manager's own organisation, or one that it manages. */
  within(organisation: OrganisationId): OrganisationPorts;
  readonly claimCodes: ClaimCodes;
  readonly journal: StepJournal;
  readonly clock: Clock;
}
