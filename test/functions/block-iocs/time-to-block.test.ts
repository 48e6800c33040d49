import { describe, expect, it } from 'vitest';
import { destinationListNameSchema, organisationNameSchema } from '#shared/config/names.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import type { PartOutcome } from '#shared/requests/request-outcomes.ts';
import { millisecondsToBlock } from '../../../functions/block-iocs/time-to-block.ts';

function outcome(indicators: PartOutcome['indicators'], part = 0): PartOutcome {
  return {
    requestId: deriveRequestId('test', '1'),
    part,
    organisation: organisationNameSchema.parse('main'),
    destinationList: { name: destinationListNameSchema.parse('soc-block'), id: 7001234 },
    receivedAt: '2026-11-22T03:00:00.000Z',
    completedAt: '2026-11-22T03:01:00.000Z',
    indicators,
  };
}

const enforced = (verifiedAt: string) => ({ value: 'a.example', status: 'enforced' as const, verifiedAt });

describe('the time to block', () => {
  it('is from the request to the proof of its last new block', () => {
    const indicators = [enforced('2026-11-22T03:00:02.000Z'), enforced('2026-11-22T03:00:07.500Z')];
    expect(millisecondsToBlock(outcome(indicators))).toBe(7_500);
  });

  it('is never negative, however clocks differ', () => {
    expect(millisecondsToBlock(outcome([enforced('2026-11-22T02:59:59.000Z')]))).toBe(0);
  });

  it.each<[title: string, outcome: PartOutcome]>([
    [
      'was blocked before',
      outcome([{ value: 'a.example', status: 'already-enforced', verifiedAt: '2026-11-01T00:00:00.000Z' }]),
    ],
    [
      'is held, rejected or failed',
      outcome([{ value: 'a.example', status: 'held', reason: 'shared-hosting' }]),
    ],
    ['a person approved', outcome([enforced('2026-11-22T09:00:00.000Z')], 10_000)],
  ])('says nothing about what %s', (_title, of) => {
    expect(millisecondsToBlock(of)).toBeUndefined();
  });
});
