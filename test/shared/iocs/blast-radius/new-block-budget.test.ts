import { describe, expect, it } from 'vitest';
import { blastRadiusSchema } from '#shared/config/blast-radius.ts';
import { connectionNameSchema, destinationListNameSchema } from '#shared/config/names.ts';
import { type BlockAsker, NewBlockBudget } from '#shared/iocs/blast-radius/new-block-budget.ts';
import {
  connectionHour,
  newBlockCounts,
  organisationDay,
  requestPeriod,
} from '#shared/iocs/blast-radius/new-block-counts.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

const now = new Date('2026-11-22T03:59:59Z');
const connection = connectionNameSchema.parse('splunk');
const destinationList = destinationListNameSchema.parse('soc-block');
const limits = blastRadiusSchema.parse({
  newBlocksPerRequest: 2,
  newBlocksPerConnectionAndHour: 3,
  newBlocksPerOrganisationAndDay: 4,
});

function asker(request: string, more: Partial<BlockAsker> = {}): BlockAsker {
  return { requestId: deriveRequestId('test', request), connection, destinationList, ...more };
}

function budget(used: [string, number][] = []) {
  return new NewBlockBudget({ limits, now, used: new Map(used) });
}

describe('the budget of new blocks', () => {
  it('is used up by one request, while another of the same connection goes on', () => {
    const left = budget();
    left.take(asker('a'));
    expect(left.limitReached(asker('a'))).toBeUndefined();
    left.take(asker('a'));
    expect(left.limitReached(asker('a'))?.reason).toBe('above-request-limit');
    expect(left.limitReached(asker('b'))).toBeUndefined();
  });

  it.each([
    ['above-request-limit', requestPeriod(deriveRequestId('test', 'a'), destinationList), 2],
    ['above-connection-limit', connectionHour(connection, now), 3],
    ['above-organisation-limit', organisationDay(now), 4],
  ])('counts what was blocked before: %s', (reason, period, used) => {
    expect(budget([[period, used - 1]]).limitReached(asker('a'))).toBeUndefined();
    const reached = budget([[period, used]]).limitReached(asker('a'));
    expect(reached?.reason).toBe(reason);
    expect(reached?.explanation).toContain(String(used));
  });

  it('of a connection does not bind what comes without one; that of the organisation does', () => {
    const direct = asker('a', { connection: undefined });
    expect(budget([[connectionHour(connection, now), 9]]).limitReached(direct)).toBeUndefined();
    expect(budget([[organisationDay(now), 9]]).limitReached(direct)?.reason).toBe('above-organisation-limit');
  });
});

describe('new blocks are counted', () => {
  const requestId = deriveRequestId('test', 'a');

  it('by the hour of their connection and the day of their organisation', () => {
    const counts = newBlockCounts([{ requestId, connection }, { requestId, connection }, { requestId }], now);
    expect(counts).toEqual([
      { period: 'hour#splunk#2026-11-22T03', count: 2 },
      { period: 'day#2026-11-22', count: 3 },
    ]);
  });

  it('by their request too, where it is large, before all others', () => {
    const large = { requestId, connection, countedForList: destinationList };
    expect(newBlockCounts([large, large], now)[0]).toEqual({
      period: `request#${requestId}#soc-block`,
      count: 2,
    });
  });

  it('not at all where there are none', () => {
    expect(newBlockCounts([], now)).toEqual([]);
  });
});
