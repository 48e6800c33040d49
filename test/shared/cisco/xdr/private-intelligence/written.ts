import { externalId } from '#shared/cisco/xdr/private-intelligence/external-id.ts';
import type { WrittenIncident } from '#shared/cisco/xdr/private-intelligence/incident-body.ts';
import type { WrittenJudgement } from '#shared/cisco/xdr/private-intelligence/judgement-body.ts';
import type { WrittenSighting } from '#shared/cisco/xdr/private-intelligence/sighting-body.ts';

const at = new Date('2026-01-01T08:00:00Z');
const common = {
  source: 'SCC Automations',
  severity: 'High',
  confidence: 'High',
  trafficLight: 'amber',
} as const;
const observable = { type: 'domain', value: 'bad.example' };

/** A judgement of the case, with what matters in a test. */
export function judgement(caseName: string, changes: Partial<WrittenJudgement> = {}): WrittenJudgement {
  return {
    ...common,
    externalId: externalId('judgement', [caseName]),
    observable,
    disposition: 'malicious',
    reason: 'blocked in Secure Access',
    validFrom: at,
    validUntil: new Date('2026-01-31T08:00:00Z'),
    ...changes,
  };
}

export function sighting(caseName: string): WrittenSighting {
  return {
    ...common,
    externalId: externalId('sighting', [caseName]),
    title: 'bad.example was reported',
    description: 'by Splunk',
    observables: [observable],
    observedAt: at,
  };
}

export function incident(caseName: string, changes: Partial<WrittenIncident> = {}): WrittenIncident {
  return {
    ...common,
    externalId: externalId('incident', [caseName]),
    title: 'bad.example',
    shortDescription: 'Malicious by two modules',
    description: '**bad.example** is malicious',
    status: 'New',
    openedAt: at,
    ...changes,
  };
}
