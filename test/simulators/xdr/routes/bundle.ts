import { z } from 'zod';
import { type Answer, ok } from '../../http/answer.ts';
import type { ApiRequest } from '../../http/api-request.ts';
import { parseJsonBody } from '../../http/json-body.ts';
import type { PathParameters } from '../../http/route.ts';
import type { Cloud } from '../cloud.ts';
import { invalidEntityError, irohError } from '../error-envelopes.ts';
import { type BundledEntity, importEntities } from '../import-entities.ts';
import { entityAnswer } from '../private-intelligence.ts';
import type { Route } from '../route.ts';

/**
 * Private intelligence: writing what is not there yet, and finding it by external id.
 *
 * @see https://private.intel.amp.cisco.com/index.html
 */
export const bundleRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/ctia/bundle/import',
    access: 'bearer-token',
    scope: 'private-intel:write',
    api: 'ctia',
    handle: importBundle,
  },
  {
    method: 'GET',
    template: '/ctia/{entityType}/external_id/{externalId}',
    access: 'bearer-token',
    scope: 'private-intel:read',
    api: 'ctia',
    handle: findByExternalId,
  },
  {
    method: 'POST',
    template: '/ctia/judgement/{judgementId}/expire',
    access: 'bearer-token',
    scope: 'private-intel:write',
    api: 'ctia',
    handle: expireJudgement,
  },
];

const externalIds = z.array(z.string()).default([]);
const moment = z.iso.datetime();

const listSchemas = {
  incident: z.looseObject({
    external_ids: externalIds,
    status: z.string(),
    confidence: z.string(),
    incident_time: z.looseObject({ opened: moment }),
  }),
  sighting: z.looseObject({
    external_ids: externalIds,
    observed_time: z.looseObject({ start_time: moment }),
  }),
  judgement: z.looseObject({
    external_ids: externalIds,
    observable: z.object({ type: z.string(), value: z.string() }),
    disposition: z.int().min(1).max(5),
    source: z.string(),
    priority: z.int().min(0).max(100),
    severity: z.string(),
    confidence: z.string(),
    reason: z.string().max(1_024).optional(),
  }),
  relationship: z.looseObject({
    external_ids: externalIds,
    relationship_type: z.string(),
    source_ref: z.string(),
    target_ref: z.string(),
  }),
} as const;

const bundleSchema = z.looseObject({
  type: z.literal('bundle'),
  source: z.string().min(1),
  incidents: z.array(listSchemas.incident).default([]),
  sightings: z.array(listSchemas.sighting).default([]),
  judgements: z.array(listSchemas.judgement).default([]),
  relationships: z.array(listSchemas.relationship).default([]),
});

function importBundle(request: ApiRequest, cloud: Cloud): Answer {
  const body = parseJsonBody(request, bundleSchema);
  if (!body.ok) return invalidEntityError(body.problem);
  const { incidents, sightings, judgements, relationships } = body.value;
  const prefixes = (request.query.get('external-key-prefixes') ?? '')
    .split(',')
    .filter((each) => each !== '');
  const entities = [
    ...incidents.map(bundled('incident')),
    ...sightings.map(bundled('sighting')),
    ...judgements.map(bundled('judgement')),
    ...relationships.map(bundled('relationship')),
  ];
  return ok({ results: importEntities(entities, prefixes, cloud) });
}

function bundled(type: string) {
  return (body: { external_ids: string[] } & Record<string, unknown>): BundledEntity => ({
    type,
    body,
    externalIds: body.external_ids,
  });
}

function expireJudgement(request: ApiRequest, cloud: Cloud, { judgementId = '' }: PathParameters): Answer {
  const reason = request.query.get('reason');
  if (!reason) return invalidEntityError('reason is required');
  const judgement = cloud.intelligence.find('judgement', decodeURIComponent(judgementId));
  if (!judgement) return irohError(404, 'not_found', 'No such judgement');
  const { valid_time } = judgementTimeSchema.parse(judgement.body);
  const changes = {
    valid_time: { ...valid_time, end_time: cloud.clock.now().toISOString() },
    reason: `${judgement.body.reason ?? ''} ${reason}`.trim(),
  };
  return ok(entityAnswer(cloud.intelligence.change(judgement, changes)));
}

const judgementTimeSchema = z.looseObject({ valid_time: z.looseObject({}).default({}) });

function findByExternalId(
  _request: ApiRequest,
  cloud: Cloud,
  { entityType = '', externalId = '' }: PathParameters,
): Answer {
  const id = decodeURIComponent(externalId);
  return ok(cloud.intelligence.findByExternalId(entityType, id, cloud.indexedUntil()).map(entityAnswer));
}
