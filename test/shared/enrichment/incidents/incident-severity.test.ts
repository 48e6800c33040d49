import { describe, expect, it } from 'vitest';
import { incidentSeverity } from '#shared/enrichment/incidents/incident-severity.ts';

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
