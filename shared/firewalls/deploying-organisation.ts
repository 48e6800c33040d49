import type { DestinationListName, OrganisationName } from '../config/names.ts';
import type { NonEmptyArray } from '../non-empty.ts';

/** An organisation in which something is deployed. */
export interface DeployingOrganisation {
  readonly name: OrganisationName;
  /** All its groups on firewalls, those too that a person deploys: a deployment takes along whatever is pending. */
  readonly groups: NonEmptyArray<DestinationListName>;
}
