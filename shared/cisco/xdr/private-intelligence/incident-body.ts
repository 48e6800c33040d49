import { entityBody, type WrittenEntity } from './entity.ts';
import type { IncidentStatus } from './incident-status.ts';

/** Something for people to work on. */
export interface WrittenIncident extends WrittenEntity {
  readonly title: string;
  /** One line, for lists. */
  readonly shortDescription: string;
  /** Markdown. */
  readonly description: string;
  readonly status: IncidentStatus;
  readonly openedAt: Date;
}

/** @see https://developer.cisco.com/docs/cisco-xdr/incidents-and-investigations-api-guide */
export function incidentBody(incident: WrittenIncident) {
  const { title, shortDescription, description, status, openedAt } = incident;
  return {
    ...entityBody(incident),
    type: 'incident',
    title,
    short_description: shortDescription,
    description,
    status,
    incident_time: { opened: openedAt.toISOString() },
    promotion_method: 'Automated',
  };
}
