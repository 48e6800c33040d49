import type { Answer } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import type { PathParameters } from '../../http/route.ts';
import type { ApiKey } from '../api-keys.ts';
import type { Cloud } from '../cloud.ts';
import type { Organisation } from '../organisation.ts';
import type { People } from '../people/people.ts';
import { platformError } from '../platform-error.ts';
import type { BearerRoute } from '../route.ts';

type Handle = BearerRoute['handle'];

/** The organisation that a path names, if the key may act there: its own, or one that it manages. */
export function organisationOf(
  { orgId = '' }: PathParameters,
  apiKey: ApiKey,
  { organisations, settings }: Cloud,
): Organisation | undefined {
  const found = organisations.find(orgId);
  if (found?.id === apiKey.organisation.id) return found;
  const isManager = found?.managerOrgIds.includes(apiKey.organisation.id) ?? false;
  return isManager && settings.managedOrganisations === 'open-to-manager' ? found : undefined;
}

/** Handles requests about an organisation where the key may act, as every route about people does. */
export function inOrganisation(
  handle: (
    request: ApiRequest,
    people: People,
    parameters: PathParameters,
    organisation: Organisation,
  ) => Answer,
): Handle {
  return (request, cloud, parameters, apiKey): Answer => {
    const organisation = organisationOf(parameters, apiKey, cloud);
    if (organisation) return handle(request, cloud.peopleOf(organisation.id), parameters, organisation);
    return platformError(cloud.settings.foreignOrganisationStatus, { request, cloud });
  };
}

/** What readers need. */
export const reading = { access: 'bearer-token', scope: 'security:enterprise:member' } as const;

/** What changes need. */
export const changing = { access: 'bearer-token', scope: 'security:enterprise:admin' } as const;
