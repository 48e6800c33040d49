import type { ConnectionName, OrganisationName } from '../config/names.ts';
import type { Severity } from '../events/severity.ts';
import type { RequestId } from '../requests/request-id.ts';

/** The request behind a verdict, as far as those need to know it who act on it. */
export interface EnrichedRequest {
  readonly requestId: RequestId;
  readonly connection: ConnectionName;
  /** Whose XDR was asked. */
  readonly organisation: OrganisationName;
  readonly receivedAt: Date;
  readonly source?: string;
  readonly ticket?: string;
  /** The sender's own page about it. */
  readonly link?: string;
  readonly severity?: Severity;
  /** How sure the sender is, in percent. */
  readonly confidence?: number;
}
