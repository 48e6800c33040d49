import { describe, expect, it } from 'vitest';
import { writeBackCommandFrom } from '#shared/enrichment/write-back/write-back-command.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

const common = {
  version: 1,
  eventId: 'evt_1',
  organisation: 'main',
  destinationList: { name: 'soc-block', id: 7_001_234 },
  occurredAt: '2026-01-01T08:00:00.000Z',
};

function commandFrom(detailType: string, detail: object) {
  const event = {
    id: 'e-1',
    source: 'scc-automations.block-iocs',
    'detail-type': detailType,
    time: '2026-01-01T08:00:00Z',
    detail: { ...common, ...detail },
  };
  return writeBackCommandFrom(event, 'message-1');
}

describe('the command to write back', () => {
  it('names what is enforced, on the list that took it', () => {
    const overflow = { name: 'soc-overflow', id: 7_001_235 };
    const indicators = [
      { type: 'domain', value: 'a.example', status: 'enforced' },
      { type: 'domain', value: 'b.example', status: 'already-enforced', overflowedTo: overflow },
      { type: 'domain', value: 'c.example', status: 'stored-not-enforced', reason: 'no-rule' },
    ];

    expect(commandFrom('IocBlocked', { requestId: deriveRequestId('x', '1'), indicators })).toEqual({
      kind: 'write',
      messageId: 'message-1',
      organisation: 'main',
      blocked: [
        { indicator: { type: 'domain', value: 'a.example' }, list: common.destinationList },
        { indicator: { type: 'domain', value: 'b.example' }, list: overflow },
      ],
    });
  });

  it('names what was released, when and why', () => {
    const indicators = [{ type: 'domain', value: 'a.example', because: 'removed-by-hand' }];

    expect(commandFrom('IocReleased', { indicators })).toEqual({
      kind: 'expire',
      messageId: 'message-1',
      organisation: 'main',
      releasedAt: new Date(common.occurredAt),
      released: [
        {
          indicator: { type: 'domain', value: 'a.example' },
          list: common.destinationList,
          because: 'removed-by-hand',
        },
      ],
    });
  });

  it.each([
    ['of another kind', 'ListDrifted', {}, 'only IocBlocked and IocReleased are written back'],
    ['without indicators', 'IocReleased', { indicators: [] }, 'no valid IocReleased'],
  ])('does not come from an event %s', (_case, detailType, detail, message) => {
    expect(() => commandFrom(detailType, detail)).toThrow(RefusedInput);
    expect(() => commandFrom(detailType, detail)).toThrow(message);
  });
});
