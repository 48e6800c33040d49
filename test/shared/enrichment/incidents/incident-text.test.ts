import { describe, expect, it } from 'vitest';
import { incidentText } from '#shared/enrichment/incidents/incident-text.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { enrichedRequest } from '../enriched-requests.ts';
import { incidentDecision } from '../verdict-decisions.ts';

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
});
