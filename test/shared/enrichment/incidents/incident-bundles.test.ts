import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalIdsOf } from '#shared/cisco/xdr/private-intelligence/bundle.ts';
import { incidentBundles } from '#shared/enrichment/incidents/incident-bundles.ts';
import { incidentSeverity } from '#shared/enrichment/incidents/incident-severity.ts';
import { incidentText } from '#shared/enrichment/incidents/incident-text.ts';
import { codeSpan } from '#shared/enrichment/incidents/markdown-text.ts';
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

describe('the severity of an incident', () => {
  it.each([
    ['malicious', 'high', undefined, 'High'],
    ['malicious', 'low', undefined, 'Medium'],
    ['suspicious', 'medium', undefined, 'Medium'],
    ['suspicious', 'none', undefined, 'Low'],
    ['unknown', 'none', undefined, 'Low'],
    ['clean', 'high', undefined, 'Info'],
    ['malicious', 'high', 'critical', 'Critical'],
    ['malicious', 'high', 'low', 'High'],
    ['unknown', 'none', 'high', 'High'],
  ] as const)(
    'of %s with confidence %s, sent as %s, is the worse: %s',
    (disposition, confidence, sent, as) => {
      expect(incidentSeverity({ disposition, confidence }, sent)).toBe(as);
    },
  );
});

describe('the text of an incident', () => {
  const hostile = incidentDecision('https://bad.example/`|](x)<b>', {
    type: 'url',
    reason: 'see [here](https://evil.example) <script>\u202e',
  });

  it('shows no value that can be clicked or read as markup', () => {
    const { title, description } = incidentText(enrichedRequest({ source: 'https://evil.example' }), [
      hostile,
    ]);

    expect(title).toBe('Malicious: hxxps[:]//bad[.]example/`|](x)<b>, reported by hxxps[:]//evil[.]example');
    expect(description).toContain('``hxxps[:]//bad[.]example/`|](x)<b>``');
    expect(description).toContain('see \\[here\\](hxxps');
    expect(description).not.toMatch(/https?:\/\//);
    expect(description).not.toContain('\u202e');
  });

  it('names the first indicators of many, and how many more there are', () => {
    const decisions = Array.from({ length: 500 }, (_, n) =>
      incidentDecision(`${'very-long-name-'.repeat(10)}${n}.example`, { reason: 'x'.repeat(500) }),
    );
    if (!isNonEmpty(decisions)) throw new Error('there are 500');

    const { description } = incidentText(enrichedRequest({ ticket: '*'.repeat(100) }), decisions);

    expect(description).toContain('And 485 more');
    expect(description.length).toBeLessThan(5_000);
  });

  it('keeps any text within its code span', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ') }), (text) => {
        const span = codeSpan(text);
        const [fence = ''] = /^`+/.exec(span) ?? [];
        const inside = span.slice(fence.length, -fence.length || undefined);
        expect(span.endsWith(fence)).toBe(true);
        expect(inside).not.toMatch(new RegExp(`(?<!\`)${fence}(?!\`)`));
      }),
    );
  });
});
