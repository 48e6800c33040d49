import type { DeploymentConfiguration } from './deployment-configuration.ts';
import { type OrganisationName, organisationNameSchema } from './names.ts';
import type { Organisation } from './organisation.ts';

/** The organisations for which `pick` finds something configured, with what it finds. */
export function configuredOrganisations<T>(
  { organisations }: Pick<DeploymentConfiguration, 'organisations'>,
  pick: (organisation: Organisation) => T | undefined,
): ReadonlyMap<OrganisationName, T> {
  return new Map(
    Object.entries(organisations).flatMap(([name, organisation]) => {
      const picked = pick(organisation);
      // `Object.entries` forgets the brand of the keys.
      return picked === undefined ? [] : [[organisationNameSchema.parse(name), picked] as const];
    }),
  );
}
