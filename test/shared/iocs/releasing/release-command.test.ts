import { describe, expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { releaseCommandFrom } from '#shared/iocs/releasing/release-command.ts';
import { requestId } from './release-bench.ts';

const detail = {
  version: 1,
  destinationList: 'soc-block',
  indicators: [{ type: 'domain', value: 'Bad.Example.' }],
  because: 'released-by-operator',
  requestedBy: 'arn:aws:iam::111122223333:user/ada',
  requestedAt: '2026-11-22T05:00:00Z',
};

function eventOf(changes: object) {
  return {
    id: 'e-1',
    source: 'scc-automations.operators',
    'detail-type': 'ReleaseRequested',
    time: '2026-11-22T05:00:01Z',
    detail: { ...detail, ...changes },
  };
}

describe('a command to release', () => {
  it('names the blocks in their canonical spelling, with who wants it and when it was asked', () => {
    expect(releaseCommandFrom(eventOf({}), 'message-1')).toEqual({
      messageId: 'message-1',
      destinationList: 'soc-block',
      orders: [
        {
          indicator: { type: 'domain', value: 'bad.example' },
          causes: [
            { kind: 'released-by-operator', by: detail.requestedBy, askedAt: new Date(detail.requestedAt) },
          ],
        },
      ],
    });
  });

  it('may roll a request back', () => {
    const event = eventOf({ because: 'request-rolled-back', rolledBackRequestId: requestId });
    expect(releaseCommandFrom(event, 'm').orders[0]?.causes).toEqual([
      { kind: 'request-rolled-back', requestId, by: detail.requestedBy },
    ]);
  });

  it.each<[said: string, changes: object, words: RegExp]>([
    ['without indicators', { indicators: [] }, /indicators/],
    ['to roll back nothing', { because: 'request-rolled-back' }, /needs rolledBackRequestId/],
    [
      'of something else',
      { indicators: [{ type: 'ipv4', value: 'bad.example' }] },
      /"bad.example" is no ipv4/,
    ],
    ['for another reason', { because: 'lease-ended' }, /because/],
  ])('%s is refused', (_said, changes, words) => {
    const reading = () => releaseCommandFrom(eventOf(changes), 'm');
    expect(reading).toThrow(RefusedInput);
    expect(reading).toThrow(words);
  });
});
