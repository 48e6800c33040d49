import { type EnrichableIndicator, isEnrichable, observableOf } from '../../cisco/xdr/observable.ts';
import type { Bundle, BundleRelationship } from '../../cisco/xdr/private-intelligence/bundle.ts';
import { externalId } from '../../cisco/xdr/private-intelligence/external-id.ts';
import { mostEntitiesPerBundle } from '../../cisco/xdr/private-intelligence/import-bundle.ts';
import type { WrittenIncident } from '../../cisco/xdr/private-intelligence/incident-body.ts';
import type { WrittenSighting } from '../../cisco/xdr/private-intelligence/sighting-body.ts';
import { dispositions } from '../../config/enrichment.ts';
import { indicatorKey } from '../../iocs/indicator.ts';
import { chunksOf, type NonEmptyArray } from '../../non-empty.ts';
import type { RequestId } from '../../requests/request-id.ts';
import type { EnrichedRequest } from '../enriched-request.ts';
import { intelligenceSource } from '../imports/intelligence-source.ts';
import type { VerdictDecision } from '../verdict-decision.ts';
import {
  confidenceInXdr,
  findingOf,
  incidentSeverity,
  severityOfFinding,
  worstFinding,
} from './incident-severity.ts';
import { incidentText, shownValue } from './incident-text.ts';

/** Each indicator is a sighting and a relationship, beside the incident itself. */
const sightingsPerBundle = Math.floor((mostEntitiesPerBundle - 1) / 2);

/** May be passed on within the organisation and to those who help it. */
const trafficLight = 'amber';

/** Our id for the incident of a request: there is one, however many parts the request has. */
export function incidentExternalId(requestId: RequestId): string {
  return externalId('incident', ['request', requestId]);
}

/**
 * The incident of a request with a sighting of each indicator, in as many bundles as it needs; pure. The same request
 * and indicators always give the same external ids.
 */
export function incidentBundles(
  request: EnrichedRequest,
  decisions: NonEmptyArray<VerdictDecision>,
): Bundle[] {
  const incident = incidentOf(request, decisions);
  const observed = decisions.flatMap((decision) => (isEnrichable(decision) ? [decision] : []));
  const chunks = chunksOf(observed, sightingsPerBundle);
  return (chunks.length === 0 ? [[]] : chunks).map((chunk) => {
    const sightings = chunk.map((decision) => sightingOf(request, decision));
    return {
      source: intelligenceSource,
      incidents: [incident],
      sightings,
      relationships: sightings.map((sighting) => membership(sighting, incident)),
    };
  });
}

function incidentOf(
  request: EnrichedRequest,
  [first, ...others]: NonEmptyArray<VerdictDecision>,
): WrittenIncident {
  const finding = worstFinding([first, ...others]);
  const [worst = first, ...rest] = [first, ...others].toSorted(
    (one, other) => badnessOf(one) - badnessOf(other),
  );
  return {
    ...incidentText(request, [worst, ...rest]),
    externalId: incidentExternalId(request.requestId),
    source: intelligenceSource,
    severity: incidentSeverity(finding, request.severity),
    confidence: confidenceInXdr[finding.confidence],
    trafficLight,
    status: 'New',
    openedAt: request.receivedAt,
  };
}

/** The worst has the lowest. */
function badnessOf(decision: VerdictDecision): number {
  return dispositions.indexOf(findingOf(decision).disposition);
}

function sightingOf(
  { requestId, receivedAt, link }: EnrichedRequest,
  decision: VerdictDecision & EnrichableIndicator,
): WrittenSighting {
  const finding = findingOf(decision);
  return {
    externalId: externalId('sighting', ['request', requestId, indicatorKey(decision)]),
    source: intelligenceSource,
    severity: severityOfFinding(finding),
    confidence: confidenceInXdr[finding.confidence],
    trafficLight,
    title: `${shownValue(decision)}: ${finding.disposition}`,
    description: decision.verdict?.because ?? decision.because,
    observables: [observableOf(decision)],
    observedAt: receivedAt,
    link: link ?? decision.investigateUrl,
  };
}

function membership(sighting: WrittenSighting, incident: WrittenIncident): BundleRelationship {
  return {
    externalId: externalId('relationship', ['member-of', sighting.externalId, incident.externalId]),
    type: 'member-of',
    from: sighting.externalId,
    to: incident.externalId,
  };
}
