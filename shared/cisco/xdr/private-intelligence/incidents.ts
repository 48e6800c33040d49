import { z } from 'zod';
import type { AuthorisedXdrClient } from '../authorised-client.ts';
import { incidentBody, type WrittenIncident } from './incident-body.ts';
import type { IncidentStatus } from './incident-status.ts';
import { type StoredEntity, shortIdOf, storedEntitySchema } from './stored-entity.ts';

/**
 * Makes an incident where people see it: `POST /iroh/private-intel/incident`. Made twice there are two, whatever their
 * external ids, so it is sent once.
 * @throws OutcomeUnknown when no answer came: look for it with `findIncidents` before repeating it
 * @see https://developer.cisco.com/docs/cisco-xdr/incidents-and-investigations-api-guide
 */
export function createIncident(
  client: AuthorisedXdrClient,
  incident: WrittenIncident,
): Promise<StoredEntity> {
  return client.send(
    {
      method: 'POST',
      host: 'platform',
      path: '/iroh/private-intel/incident',
      json: incidentBody(incident),
      scope: 'private-intel/incident:write',
      repetition: 'once',
    },
    storedEntitySchema,
  );
}

/**
 * The incidents with one of our external ids: `GET /ctia/incident/external_id/{external_id}`. A new one shows after a
 * moment only.
 * @see https://private.intel.amp.cisco.com/index.html
 */
export function findIncidents(
  client: AuthorisedXdrClient,
  externalId: string,
): Promise<readonly StoredEntity[]> {
  return client.send(
    {
      method: 'GET',
      host: 'privateIntelligence',
      path: `/ctia/incident/external_id/${encodeURIComponent(externalId)}`,
      scope: 'private-intel:read',
      repetition: 'repeatable',
    },
    z.array(storedEntitySchema),
  );
}

/**
 * Moves an incident on: `POST /iroh/private-intel/incident/{id}/status`. The same status again changes nothing.
 * @see https://developer.cisco.com/docs/cisco-xdr/incidents-and-investigations-api-guide
 */
export async function setIncidentStatus(
  client: AuthorisedXdrClient,
  incident: StoredEntity,
  status: IncidentStatus,
): Promise<void> {
  await client.send(
    {
      method: 'POST',
      host: 'platform',
      path: `/iroh/private-intel/incident/${encodeURIComponent(shortIdOf(incident))}/status`,
      json: { status },
      scope: 'private-intel/incident:write',
      repetition: 'repeatable',
    },
    z.unknown(),
  );
}

/**
 * Writes a note to an incident: `POST /iroh/private-intel/note`. Written twice there are two, so it is sent once.
 * @param content Markdown
 * @throws OutcomeUnknown when no answer came
 * @see https://developer.cisco.com/docs/cisco-xdr/incidents-and-investigations-api-guide
 */
export function addNote(
  client: AuthorisedXdrClient,
  incident: StoredEntity,
  content: string,
): Promise<StoredEntity> {
  return client.send(
    {
      method: 'POST',
      host: 'platform',
      path: '/iroh/private-intel/note',
      json: {
        type: 'note',
        // The only class in CTIM's own examples: which others there are is not documented.
        note_class: 'default',
        content,
        related_entities: [{ entity_type: 'incident', entity_id: incident.id }],
      },
      scope: 'private-intel:write',
      repetition: 'once',
    },
    storedEntitySchema,
  );
}
