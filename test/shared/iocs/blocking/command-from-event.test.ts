import { describe, expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { commandFromEvent } from '#shared/iocs/blocking/command-from-event.ts';

function event(detail: object) {
  return {
    id: 'event-1',
    source: 'my.workload',
    'detail-type': 'BlockRequested',
    time: '2026-11-22T03:00:00Z',
    detail: { version: 1, destinationList: 'soc-block', ...detail },
  };
}

const read = (detail: object, edition: 'global' | 'umbrella' | undefined = 'global') =>
  commandFromEvent(event(detail), 'message-1', () => edition);

describe('a BlockRequested event', () => {
  it('has its values read, screened and freed of repeats', () => {
    const command = read({
      indicators: [
        { value: 'hxxps://Bad[.]example/a' },
        { value: 'BAD.example.' },
        { value: 'bad.example' },
        { value: '10.0.0.5' },
        { value: 'no indicator at all' },
        { value: 'bad.example', type: 'ipv4' },
      ],
    });
    expect(command.indicators).toEqual([
      { type: 'url', value: 'https://bad.example/a' },
      { type: 'domain', value: 'bad.example' },
    ]);
    expect(command.rejected).toEqual([
      { value: '10.0.0.5', reason: 'private-address' },
      { value: 'no indicator at all', reason: 'not-an-indicator' },
      { value: 'bad.example', reason: 'type-mismatch' },
    ]);
  });

  it('without a request id gets one from the event, so that only its redelivery is a repeat', () => {
    const first = read({ indicators: [{ value: 'a.example' }] });
    expect(read({ indicators: [{ value: 'a.example' }] }).requestId).toBe(first.requestId);
    const other = commandFromEvent(
      { ...event({ indicators: [{ value: 'a.example' }] }), id: 'event-2' },
      'message-2',
      () => 'global',
    );
    expect(other.requestId).not.toBe(first.requestId);
  });

  it('says when it was received, else its own time counts', () => {
    const indicators = [{ value: 'a.example' }];
    expect(read({ indicators }).receivedAt).toEqual(new Date('2026-11-22T03:00:00Z'));
    const receivedAt = '2026-11-22T02:59:00.000Z';
    expect(read({ indicators, receivedAt }).receivedAt).toEqual(new Date(receivedAt));
  });

  it('for an Umbrella list has its addresses refused, which would have no effect there', () => {
    expect(read({ indicators: [{ value: '8.8.4.4' }] }, 'umbrella').rejected).toEqual([
      { value: '8.8.4.4', reason: 'no-effect-on-umbrella' },
    ]);
  });

  it.each([
    ['an unknown list', { indicators: [{ value: 'a.example' }] }, undefined, /"soc-block".*configuration/],
    ['no indicators', { indicators: [] }, 'global', /indicators/],
    ['another version', { version: 2, indicators: [{ value: 'a.example' }] }, 'global', /version/],
    [
      'a list name of the wrong form',
      { destinationList: 'No!', indicators: [{ value: 'a' }] },
      'global',
      /destinationList/,
    ],
  ] as const)('with %s is refused, with the event and its source named', (_title, detail, edition, says) => {
    const attempt = () => commandFromEvent(event(detail), 'message-1', () => edition);
    expect(attempt).toThrow(RefusedInput);
    expect(attempt).toThrow(says);
    expect(attempt).toThrow(/event-1 from my\.workload/);
  });
});
