import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { keepRefreshToken } from '#shared/credentials/security-cloud-control/keep-refresh-token.ts';
import type { RotationPorts } from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { firstApiKey, RotationBench } from './rotation-bench.ts';

const issued = { ...firstApiKey, refreshToken: 'canary-refresh-token' };

class InternalServiceError extends Error {
  override name = 'InternalServiceError';
}

/** Places that fail so many times first, and then work. The errors quote what they were given. */
function failing(bench: RotationBench, times: { secret: number; rescue: number }) {
  const tries = { secret: 0, rescue: 0 };
  const ports: RotationPorts = {
    ...bench.ports(),
    apiKey: {
      read: (label) => bench.apiKey.read(label),
      promote: (versionId, from) => bench.apiKey.promote(versionId, from),
      put: async (value, label, versionId) => {
        if (++tries.secret <= times.secret) throw new InternalServiceError(JSON.stringify(value));
        await bench.apiKey.put(value, label, versionId);
      },
    },
    rescue: {
      read: () => bench.rescue.read(),
      discard: () => bench.rescue.discard(),
      keep: async (apiKey) => {
        if (++tries.rescue <= times.rescue) throw new InternalServiceError(JSON.stringify(apiKey));
        await bench.rescue.keep(apiKey);
      },
    },
  };
  return { ports, tries };
}

const always = Number.POSITIVE_INFINITY;

describe('an issued refresh token', () => {
  it.each([
    { secret: 0, rescue: 0, tries: { secret: 1, rescue: 0 }, inSecret: true, inRescue: false },
    { secret: 1, rescue: 0, tries: { secret: 2, rescue: 1 }, inSecret: true, inRescue: true },
    { secret: 3, rescue: always, tries: { secret: 4, rescue: 3 }, inSecret: true, inRescue: false },
    { secret: always, rescue: 0, tries: { secret: 4, rescue: 1 }, inSecret: false, inRescue: true },
    { secret: always, rescue: 5, tries: { secret: 6, rescue: 6 }, inSecret: false, inRescue: true },
    { secret: 9, rescue: always, tries: { secret: 10, rescue: 9 }, inSecret: true, inRescue: false },
  ])(
    'is kept when the secret fails $secret times and the second place $rescue times',
    async ({ secret, rescue, tries, inSecret, inRescue }) => {
      const bench = new RotationBench();
      const places = failing(bench, { secret, rescue });

      expect(await keepRefreshToken(issued, randomUUID(), places.ports)).toEqual({ inSecret, inRescue });

      expect(places.tries).toEqual(tries);
      expect(bench.apiKey.look('NEWEST')?.value).toEqual(inSecret ? issued : undefined);
      expect(bench.rescue.held).toEqual(inRescue ? issued : undefined);
    },
  );

  it('that no place takes is tried until the time is nearly over, and then the loss is said aloud, without the token', async () => {
    const bench = new RotationBench();
    const { ports, tries } = failing(bench, { secret: always, rescue: always });

    const error = await keepRefreshToken(issued, randomUUID(), ports).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(GiveUp);
    expect(String(error)).toMatch(
      /COULD NOT BE STORED.*InternalServiceError.*credentials set main\/scc-api-key/,
    );
    expect(inspect(error, { depth: 10 })).not.toContain('canary');
    expect(tries.secret).toBeGreaterThan(10);
    const leftMilliseconds = ports.endsAt.getTime() - bench.time.now().getTime();
    expect(leftMilliseconds).toBeLessThan(12_000);
    expect(leftMilliseconds).toBeGreaterThan(1_000);
  });
});
