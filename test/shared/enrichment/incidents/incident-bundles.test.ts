import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalIdsOf } from '#shared/cisco/xdr/private-intelligence/bundle.ts';
import { incidentBundles } from '#shared/enrichment/incidents/incident-bundles.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { enrichedRequest } from '../enriched-requests.ts';
import { incidentDecision } from '../verdict-decisions.ts';

function idsOf(origin: string, values: readonly string[]): string[] {
  const decisions = values.map((value) => incidentDecision(value));
  if (!isNonEmpty(decisions)) return [];
  const request = enrichedRequest({ requestId: deriveRequestId('splunk', origin) });
  return incidentBundles(request, decisions).flatMap(externalIdsOf);
}

describe('the external ids of an incident', () => {
  const values = fc.uniqueArray(fc.domain(), { minLength: 1, maxLength: 20 });

  it('are the same for the same request and indicators, in whatever order', () => {
    fc.assert(
      fc.property(fc.string(), values, (origin, some) => {
        expect(new Set(idsOf(origin, some.toReversed()))).toEqual(new Set(idsOf(origin, some)));
      }),
    );
  });

  it('are distinct within a request, and for different requests', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), values, (origin, other, some) => {
        fc.pre(origin !== other);
        const ids = [...idsOf(origin, some), ...idsOf(other, some)];
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
