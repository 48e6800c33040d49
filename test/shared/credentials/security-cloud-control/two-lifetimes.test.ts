import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interruption, interrupted, interruptionKinds } from './interruption.ts';
import { behaviours, type PlatformBehaviour } from './platform-double.ts';
import { RotationBench } from './rotation-bench.ts';

/** Two lives of a refresh token and a bit, and 173 of an access token. */
const days = 130;

/** A rotation is due so often; Secrets Manager takes one that failed up again, here after an hour. */
const rotationHours = 12;
const rotations = (days * 24) / rotationHours;

/** With more failures in a row than this, the 6 hours that are left of an access token would be over. */
const mostFailuresInARow = 4;

const interruption = fc.record({
  call: fc.integer({ min: 1, max: 20 }),
  kind: fc.constantFrom(...interruptionKinds),
});

/** For each rotation, what its first tries meet with: often nothing. */
const badLuck = fc.array(fc.array(interruption, { maxLength: mostFailuresInARow }), {
  minLength: rotations,
  maxLength: rotations,
});

/**
 * One try of a rotation. Where the former token dies, the refresh itself is spared: a token that is lost between
 * there and here is beyond repair (`crash-points.test.ts`).
 * @returns whether it came to its end
 */
async function tryToRotate(
  bench: RotationBench,
  { clientRequestToken, behaviour }: { clientRequestToken: string; behaviour: PlatformBehaviour },
  meets: Interruption | undefined,
): Promise<boolean> {
  const { ports } = interrupted(bench.ports(), meets);
  const { platform } = ports;
  const spared =
    behaviour.replaced === 'lives-on'
      ? platform
      : {
          refreshAccessToken: bench.platform.refreshAccessToken.bind(bench.platform),
          readOrganization: platform.readOrganization,
        };
  try {
    await bench.rotate(clientRequestToken, { ...ports, platform: spared });
    return true;
  } catch {
    return false;
  }
}

describe(`${days} days of rotations every ${rotationHours} hours, with crashes at random`, () => {
  it.each(behaviours)(
    'leave no hour without a valid access token, when another refresh token comes $another and the former $replaced',
    async (behaviour) => {
      const counted = { runs: 0, hours: 0, tries: 0, failed: 0 };
      await fc.assert(
        fc.asyncProperty(badLuck, async (luck) => {
          const bench = new RotationBench(behaviour);
          await bench.rotate();
          counted.runs += 1;
          for (const troubles of luck) {
            const rotation = { clientRequestToken: randomUUID(), behaviour };
            const waiting = [...troubles];
            let isFinished = false;
            for (let hour = 0; hour < rotationHours; hour++) {
              bench.time.pass(3_600_000);
              expect(bench.isWorkerServed()).toBe(true);
              counted.hours += 1;
              if (isFinished) continue;
              isFinished = await tryToRotate(bench, rotation, waiting.shift());
              counted.tries += 1;
              counted.failed += isFinished ? 0 : 1;
            }
          }
          await bench.rotate();
          expect(bench.isKeyInOrder()).toBe(true);
        }),
        { numRuns: 10, seed: 20_261_122 },
      );
      console.info(
        `${counted.runs} runs of ${days} days (${behaviour.another}, ${behaviour.replaced}): ${counted.tries} tries, ${counted.failed} of them cut off, ${counted.hours} hours polled, 0 without a token`,
      );
      expect(counted.failed).toBeGreaterThan(1_000);
    },
  );
});
