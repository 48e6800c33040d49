import type { RequestId } from '../requests/request-id.ts';
import type { OrganisationRequest } from './organisation-request.ts';

/** A request and where it comes from. The same order always has the same id. */
export interface OrganisationOrder {
  readonly requestId: RequestId;
  readonly request: OrganisationRequest;
  readonly ticket?: string | undefined;
  readonly requestedBy?: string | undefined;
}
