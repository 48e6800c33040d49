import type { z } from 'zod';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import {
  type IndicatorOutcome,
  type PartOutcome,
  partOutcomeSchema,
} from '#shared/requests/request-outcomes.ts';

export const requestId = deriveRequestId('splunk', 'held');

/** An indicator that the guard held. */
export function held(value: string, over: Partial<IndicatorOutcome> = {}): IndicatorOutcome {
  return {
    value,
    type: 'domain',
    status: 'held',
    reason: 'popular-name',
    explanation: 'Many people visit it every day.',
    ...over,
  };
}

/** How a part ended; usually with one indicator held. */
export function partOutcome(over: Partial<z.input<typeof partOutcomeSchema>> = {}): PartOutcome {
  return partOutcomeSchema.parse({
    requestId,
    part: 0,
    connection: 'splunk',
    source: 'Enterprise Security',
    ticket: 'CASE-42',
    link: 'https://splunk.example/alerts/42',
    severity: 'high',
    confidence: 80,
    organisation: 'main',
    destinationList: { name: 'soc-block', id: 7001234 },
    receivedAt: '2026-12-01T03:58:00.000Z',
    completedAt: '2026-12-01T03:58:09.000Z',
    indicators: [held('popular.example', { touchedIdentities: 312 })],
    ...over,
  });
}
