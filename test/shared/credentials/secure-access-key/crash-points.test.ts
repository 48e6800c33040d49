import { describe, expect, it } from 'vitest';
import { deathsAmong, Mortality } from '#test/mortality.ts';
import { KeyRotationBench } from './key-rotation-bench.ts';

/** Longer than a former key is kept. */
const twoHoursInDays = 2 / 24;

function runUntilDeath(bench: KeyRotationBench, mortality: Mortality) {
  const ports = bench.ports();
  return bench
    .run(
      { isForced: true },
      {
        ...ports,
        versions: mortality.mortal(ports.versions, 'versions'),
        keyAdmin: mortality.mortal(ports.keyAdmin, 'keyAdmin'),
        ...mortality.mortal({ prove: ports.prove }),
      },
    )
    .catch(() => undefined);
}

const situations: { title: string; prepare: (bench: KeyRotationBench) => Promise<void> | void }[] = [
  { title: 'a key that a person made', prepare: () => {} },
  {
    title: 'a key that we made, whose former one is to be deleted',
    prepare: async (bench) => {
      await bench.run({ isForced: true });
      bench.passDays(twoHoursInDays);
    },
  },
];

describe('a rotation that dies at any of its calls', () => {
  it.each(situations)('loses no key and leaves none behind, with $title', async ({ title, prepare }) => {
    const healthy = new Mortality();
    const healthyBench = new KeyRotationBench();
    await prepare(healthyBench);
    await runUntilDeath(healthyBench, healthy);
    expect(healthy.names).toContain('versions.promote');
    console.info(`${2 * healthy.calls} points of death with ${title}`);

    for (const death of deathsAmong(healthy.calls)) {
      const where = `killed ${death.when} call ${death.call} (${healthy.names[death.call - 1]})`;
      const bench = new KeyRotationBench();
      await prepare(bench);
      const before = bench.cloud.keys.size;
      const mortality = new Mortality(death);
      await runUntilDeath(bench, mortality);

      expect(bench.cloud.works(bench.current()), `${where}: the stored key works meanwhile`).toBe(true);
      expect(bench.cloud.keys.size, `${where}: one extra key at most`).toBeLessThanOrEqual(before + 1);

      await bench.run();
      expect(bench.cloud.works(bench.current()), `${where}: the stored key works afterwards`).toBe(true);
      expect(bench.cloud.keys.size, `${where}: still one extra key at most`).toBeLessThanOrEqual(before + 1);

      bench.passDays(twoHoursInDays);
      await bench.run();
      expect(bench.cloud.works(bench.current()), `${where}: the stored key works in the end`).toBe(true);
      // The key in use and that of somebody else.
      expect(bench.cloud.keys.size, `${where}: nothing is left`).toBe(2);
    }
  });
});
