import { expect, it } from 'vitest';
import { connectionNameSchema, destinationListNameSchema } from '#shared/config/names.ts';
import { blockRequestedSchema } from '#shared/events/block-requested.ts';
import { indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { blockRequestedEvent } from '#shared/webhooks/block-requested-event.ts';
import type { AlertFacts } from '#shared/webhooks/parsers/webhook-parser.ts';

const detailWith = (facts: AlertFacts) =>
  blockRequestedEvent(
    {
      requestId: deriveRequestId('feed', '1'),
      connection: connectionNameSchema.parse('feed'),
      receivedAt: new Date('2026-11-22T10:00:00Z'),
    },
    {
      part: 0,
      destinationList: destinationListNameSchema.parse('soc-block'),
      indicators: [{ type: 'domain', value: indicatorValueSchema.parse('bad.example') }],
    },
    facts,
  ).detail;

it('an event carries what the sender told, within its contract', () => {
  const facts = {
    source: 'feed',
    ticket: 'SOC-1',
    severity: 'high',
    confidence: 80,
    link: 'https://feed.example/1',
  } as const;
  const detail = detailWith({ ...facts, occurredAt: new Date('2026-11-22T09:00:00Z'), eventId: 'e-1' });
  expect(blockRequestedSchema.parse(detail)).toEqual(detail);
  expect(detail).toMatchObject({ ...facts, occurredAt: '2026-11-22T09:00:00.000Z' });
});

it('what was not told is left out', () => {
  expect(Object.keys(detailWith({ source: undefined }))).toEqual([
    'version',
    'requestId',
    'part',
    'connection',
    'destinationList',
    'indicators',
    'receivedAt',
  ]);
});
