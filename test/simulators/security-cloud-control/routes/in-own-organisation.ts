import type { Answer } from '../../http/answer.ts';
import { platformError } from '../platform-error.ts';
import type { BearerRoute } from '../route.ts';

type Handle = BearerRoute['handle'];

/** Handles requests about the key's own organisation only, as every route about people does. */
export function inOwnOrganisation(handle: Handle): Handle {
  return (request, cloud, parameters, apiKey): Answer => {
    if (parameters.orgId === apiKey.organisation.id) return handle(request, cloud, parameters, apiKey);
    return platformError(cloud.settings.foreignOrganisationStatus, { request, cloud });
  };
}

/** What readers of people need. */
export const reading = { access: 'bearer-token', scope: 'security:enterprise:member' } as const;

/** What changes to people need. */
export const changing = { access: 'bearer-token', scope: 'security:enterprise:admin' } as const;
