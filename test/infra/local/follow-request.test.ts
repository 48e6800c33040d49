import { describe, expect, it } from 'vitest';
import { followRequest, type StatusChange } from '#infra/local/demo/follow-request.ts';
import type { RequestState } from '#infra/local/demo/request-reader.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

const requestId = deriveRequestId('ioc-list', 'msg_1');

describe('a request that is followed', () => {
  /** Follows with time that moves only by waiting, while the API answers one state after the other. */
  async function follow(states: readonly RequestState[], limitInMilliseconds = 10_000) {
    let now = 0;
    let asked = 0;
    const changes: Omit<StatusChange, 'seenAt'>[] = [];
    for await (const { seenAt, ...change } of followRequest(requestId, {
      readRequest: async () => {
        const state = states[Math.min(asked, states.length - 1)];
        asked += 1;
        if (state === undefined) throw new Error('a test gives at least one state');
        return state;
      },
      clock: { now: () => new Date(now) },
      sleep: async (milliseconds) => {
        now += milliseconds;
      },
      limitInMilliseconds,
      pollInMilliseconds: 200,
    })) {
      changes.push(change);
      expect(seenAt.getTime()).toBe(now);
    }
    return { changes, asked, now };
  }

  it('tells each change once, with the way so far and the reason', async () => {
    const { changes } = await follow([
      {
        status: 'pending',
        indicators: [
          { value: 'bad.example', type: 'domain', status: 'queued' },
          { value: '10.0.0.5', status: 'rejected', reason: 'private-address' },
        ],
      },
      { status: 'pending', indicators: [{ value: 'bad.example', type: 'domain', status: 'stored' }] },
      { status: 'pending', indicators: [{ value: 'bad.example', type: 'domain', status: 'stored' }] },
      { status: 'done', indicators: [{ value: 'bad.example', type: 'domain', status: 'enforced' }] },
    ]);

    expect(changes).toEqual([
      { value: 'bad.example', type: 'domain', path: ['queued'], reason: undefined },
      { value: '10.0.0.5', type: undefined, path: ['rejected'], reason: 'private-address' },
      { value: 'bad.example', type: 'domain', path: ['queued', 'stored'], reason: undefined },
      { value: 'bad.example', type: 'domain', path: ['queued', 'stored', 'enforced'], reason: undefined },
    ]);
  });

  it.each(['done', 'held', 'failed'] as const)('is settled once it is %s', async (status) => {
    const { asked } = await follow([{ status, indicators: [] }]);

    expect(asked).toBe(1);
  });

  it('is left alone when the time is over', async () => {
    const { now, asked } = await follow(
      [{ status: 'pending', indicators: [{ value: 'bad.example', status: 'queued' }] }],
      1_000,
    );

    expect(now).toBe(1_000);
    expect(asked).toBe(6);
  });
});
