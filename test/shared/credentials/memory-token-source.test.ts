import { describe, expect, it } from 'vitest';
import { memoryTokenSource } from '#shared/credentials/memory-token-source.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { AdvancingTime } from '../cisco/advancing-time.ts';

/** A source whose tokens are `token-1`, `token-2` and so on, and live for 600 seconds. */
function startTokenSource() {
  const time = new AdvancingTime();
  const cloud = { requests: 0, isDown: false };
  const tokens = memoryTokenSource({
    clock: time,
    requestToken: async () => {
      cloud.requests += 1;
      if (cloud.isDown) throw new RetryLater('the cloud does not answer');
      return { accessToken: `token-${cloud.requests}`, expiresInSeconds: 600 };
    },
  });
  return { tokens, time, cloud };
}

describe('a token in memory', () => {
  it('is requested when it is first needed, once for all who ask at the same time', async () => {
    const { tokens, cloud } = startTokenSource();
    expect(cloud.requests).toBe(0);

    const given = await Promise.all([tokens.current(), tokens.current(), tokens.current()]);

    expect(given.map(({ accessToken }) => accessToken)).toEqual(['token-1', 'token-1', 'token-1']);
    expect(cloud.requests).toBe(1);
  });

  it.each([
    [539, 'token-1'],
    [540, 'token-2'],
  ])('after %i of its 600 seconds is %s: the last minute is not used', async (seconds, accessToken) => {
    const { tokens, time } = startTokenSource();
    await tokens.current();
    time.pass(seconds * 1_000);

    expect(await tokens.current()).toMatchObject({ accessToken });
  });

  it('that was refused to several calls is replaced once', async () => {
    const { tokens, cloud } = startTokenSource();
    const refused = await tokens.current();

    const together = await Promise.all([tokens.replace(refused), tokens.replace(refused)]);
    const late = await tokens.replace(refused);

    expect([...together, late].map(({ accessToken }) => accessToken)).toEqual(Array(3).fill('token-2'));
    expect(cloud.requests).toBe(2);
  });

  it('that could not be had is asked for again by the next call', async () => {
    const { tokens, cloud } = startTokenSource();
    cloud.isDown = true;
    await expect(Promise.all([tokens.current(), tokens.current()])).rejects.toThrow(RetryLater);
    cloud.isDown = false;

    expect(await tokens.current()).toMatchObject({ accessToken: 'token-2' });
  });
});
