import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RotationPorts } from '#shared/credentials/security-cloud-control/rotation-ports.ts';
import { type Situation, surveyCrashes } from './crash-survey.ts';
import { behaviours, dayMilliseconds, type PlatformBehaviour } from './platform-double.ts';
import { firstApiKey, RotationBench } from './rotation-bench.ts';

/** On this day of a refresh token, both behaviours bring another one. */
const replacementDay = 46;

/** Refreshes past the rotation, as one did that ended before it stored what it got. */
async function issuedTo(bench: RotationBench) {
  const answer = await bench.platform.refreshAccessToken(firstApiKey);
  if (answer.kind === 'refused' || !answer.refreshToken) throw new Error('the first token is good');
  return { ...firstApiKey, refreshToken: answer.refreshToken };
}

/** Secrets Manager takes no API key in this run. */
function withoutApiKeyWrites(ports: RotationPorts): RotationPorts {
  const { apiKey } = ports;
  return {
    ...ports,
    apiKey: {
      read: (label) => apiKey.read(label),
      promote: (versionId, from) => apiKey.promote(versionId, from),
      put: () => Promise.reject(new Error('InternalServiceError')),
    },
  };
}

const situations: readonly Situation[] = [
  { title: 'on an ordinary day' },
  {
    title: 'after a day on which everything worked',
    prepare: async (bench) => {
      await bench.rotate();
      bench.time.pass(dayMilliseconds / 2);
    },
  },
  {
    title: 'while a rescued token waits',
    prepare: async (bench) => {
      bench.time.pass(replacementDay * dayMilliseconds);
      bench.rescue.held = await issuedTo(bench);
    },
  },
  {
    title: 'while a stored token waits for its promotion',
    prepare: async (bench) => {
      bench.time.pass(replacementDay * dayMilliseconds);
      await bench.apiKey.put(await issuedTo(bench), 'NEWEST', randomUUID());
    },
  },
  {
    title: 'when Secrets Manager takes no key',
    prepare: async (bench) => bench.time.pass(replacementDay * dayMilliseconds),
    outside: withoutApiKeyWrites,
  },
  {
    title: 'on the day of a replacement',
    prepare: async (bench) => bench.time.pass(replacementDay * dayMilliseconds),
  },
];

const cases = behaviours.flatMap((behaviour) => situations.map((situation) => ({ behaviour, situation })));

/**
 * The one moment that no order of calls can make safe: the platform has issued a token, and it is on its way to us
 * or in our memory alone.
 */
const issuedButNowhereStored = [
  'fails after platform.refreshAccessToken',
  'killed after platform.refreshAccessToken',
];

function losses(points: Awaited<ReturnType<typeof surveyCrashes>>): string[] {
  return [...new Set(points.filter(({ verdict }) => verdict !== 'safe').map(({ point }) => point))].sort();
}

describe('a rotation of the SCC tokens that is interrupted at any of its calls', () => {
  it.each(cases)(
    'loses nothing $situation.title, when another token comes $behaviour.another and the former $behaviour.replaced',
    async ({ behaviour, situation }) => {
      const points = await surveyCrashes(behaviour, situation);
      console.info(
        `${points.length} points ${situation.title} (${behaviour.another}, ${behaviour.replaced})`,
      );
      expect(points.length).toBeGreaterThan(80);

      const lost = losses(points);
      expect(lost).toEqual(lost.length === 0 ? [] : issuedButNowhereStored);
      const expected = behaviour.replaced === 'dies' ? 'key lost' : 'token lost';
      for (const { verdict, said } of points.filter(({ verdict }) => verdict !== 'safe')) {
        expect(verdict).toBe(expected);
        if (verdict === 'key lost') expect(said).toContain('generate a new API key');
      }
    },
  );

  it('can lose a key at that one moment only, and only where a refresh brings another token', async () => {
    const [ordinary, , , , , replacement] = situations;
    if (!ordinary || !replacement) throw new Error('these situations exist');
    const dies = (another: PlatformBehaviour['another']) => ({ another, replaced: 'dies' as const });

    expect(losses(await surveyCrashes(dies('every-refresh'), ordinary))).toEqual(issuedButNowhereStored);
    expect(losses(await surveyCrashes(dies('from-day-45'), replacement))).toEqual(issuedButNowhereStored);
    expect(losses(await surveyCrashes(dies('from-day-45'), ordinary))).toEqual([]);
  });

  it('works again after that moment as soon as a person has stored a new key', async () => {
    const bench = new RotationBench();
    await issuedTo(bench);
    await expect(bench.rotate()).rejects.toThrow('npm run cli -- credentials set main/scc-api-key');

    const newKey = {
      ...firstApiKey,
      apiKeyId: '7d5f6c1a-4e0b-4d53-9b8e-0a1b2c3d4e5f',
      refreshToken: 'pasted',
    };
    bench.platform.issueByConsole('pasted');
    bench.storeByHand(newKey);
    await bench.rotate();

    expect(bench.isKeyInOrder()).toBe(true);
    expect(bench.apiKey.look('AWSCURRENT')?.value.apiKeyId).toBe(newKey.apiKeyId);
  });
});

/** Stores the access token first and the refresh token after it. */
function accessTokenFirst(ports: RotationPorts): RotationPorts {
  const { apiKey, accessToken } = ports;
  const postponed: (() => Promise<unknown>)[] = [];
  return {
    ...ports,
    apiKey: {
      read: (label) => apiKey.read(label),
      put: async (...parameters) => {
        postponed.push(() => apiKey.put(...parameters));
      },
      promote: async (...parameters) => {
        postponed.push(() => apiKey.promote(...parameters));
        return 'promoted';
      },
    },
    accessToken: {
      read: (label) => accessToken.read(label),
      promote: (...parameters) => accessToken.promote(...parameters),
      put: async (...parameters) => {
        await accessToken.put(...parameters);
        for (const call of postponed.splice(0)) await call();
      },
    },
  };
}

/** Discards the rescued token as soon as it has been read. */
function rescueDiscardedFirst(ports: RotationPorts): RotationPorts {
  const { rescue } = ports;
  return {
    ...ports,
    rescue: {
      keep: (apiKey) => rescue.keep(apiKey),
      discard: () => rescue.discard(),
      read: async () => {
        const rescued = await rescue.read();
        await rescue.discard();
        return rescued;
      },
    },
  };
}

describe('the survey itself', () => {
  it.each([
    {
      wrong: 'the access token is stored before the refresh token',
      implementation: accessTokenFirst,
      title: 'on an ordinary day',
      point: 'killed after accessToken.put',
    },
    {
      wrong: 'the rescued token is discarded before it is used',
      implementation: rescueDiscardedFirst,
      title: 'while a rescued token waits',
      point: 'killed after rescue.discard',
    },
  ])('finds the loss when $wrong', async ({ implementation, title, point }) => {
    const situation = situations.find((candidate) => candidate.title === title);
    if (!situation) throw new Error(`there is no situation ${title}`);

    const points = await surveyCrashes(
      { another: 'every-refresh', replaced: 'dies' },
      situation,
      implementation,
    );

    const found = losses(points);
    expect(found).toContain(point);
    expect(found).not.toEqual(issuedButNowhereStored);
  });
});
