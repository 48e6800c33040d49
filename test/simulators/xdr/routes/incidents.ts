import { z } from 'zod';
import { type Answer, created, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { irohError } from '../error-envelopes.ts';
import { entityAnswer } from '../private-intelligence.ts';
import type { Route } from '../route.ts';
import { invalidBody } from './observables-body.ts';

const incidents = '/iroh/private-intel/incident';

/**
 * Incidents and notes through the platform. Posted twice there are two, whatever their external ids.
 *
 * @see https://developer.cisco.com/docs/cisco-xdr/incidents-and-investigations-api-guide
 */
export const incidentRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: incidents,
    access: 'bearer-token',
    scope: 'private-intel/incident:write',
    api: 'iroh',
    handle: createIncident,
  },
  {
    method: 'GET',
    template: `${incidents}/{incidentId}`,
    access: 'bearer-token',
    scope: 'private-intel/incident:read',
    api: 'iroh',
    handle: readIncident,
  },
  {
    method: 'POST',
    template: `${incidents}/{incidentId}/status`,
    access: 'bearer-token',
    scope: 'private-intel/incident:write',
    api: 'iroh',
    handle: setStatus,
  },
  {
    method: 'POST',
    template: '/iroh/private-intel/note',
    access: 'bearer-token',
    scope: 'private-intel:write',
    api: 'iroh',
    handle: createNote,
  },
];

/** `New`, `Open`, `Closed` and so on, each alone or with a finer word behind a colon. */
const statusSchema = z
  .string()
  .regex(
    /^(New|Open|Hold|Closed)(: [A-Z][A-Za-z -]+)?$|^(Stalled|Rejected|Incident Reported|Containment Achieved|Restoration Achieved)$/,
  );

const incidentSchema = z.looseObject({
  status: statusSchema,
  confidence: z.string(),
  incident_time: z.looseObject({ opened: z.iso.datetime() }),
});

const noteSchema = z.looseObject({
  content: z.string().min(1),
  note_class: z.string().min(1),
  related_entities: z.array(z.object({ entity_type: z.string(), entity_id: z.string() })).min(1),
});

function createIncident(request: ApiRequest, cloud: Cloud): Answer {
  return create('incident', incidentSchema, request, cloud);
}

function createNote(request: ApiRequest, cloud: Cloud): Answer {
  return create('note', noteSchema, request, cloud);
}

function create(
  type: string,
  schema: z.ZodType<Record<string, unknown>>,
  request: ApiRequest,
  cloud: Cloud,
): Answer {
  const body = parseJsonBody(request, schema);
  if (!body.ok) return invalidBody(body.problem);
  return created(entityAnswer(cloud.intelligence.create(type, body.value, cloud.clock.now())));
}

function readIncident(_request: ApiRequest, cloud: Cloud, { incidentId = '' }: PathParameters): Answer {
  const incident = cloud.intelligence.find('incident', incidentId);
  return incident ? ok(entityAnswer(incident)) : noIncident;
}

function setStatus(request: ApiRequest, cloud: Cloud, { incidentId = '' }: PathParameters): Answer {
  const body = parseJsonBody(request, z.object({ status: statusSchema }));
  if (!body.ok) return invalidBody(body.problem);
  const incident = cloud.intelligence.find('incident', incidentId);
  return incident ? ok(entityAnswer(cloud.intelligence.change(incident, body.value))) : noIncident;
}

const noIncident = irohError(404, 'not_found', 'No such incident');
