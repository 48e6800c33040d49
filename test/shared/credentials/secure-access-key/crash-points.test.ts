import { describe, expect, it } from 'vitest';
import { Interruptible, interruptionsAmong } from '../interruption.ts';
import { KeyRotationBench } from './key-rotation-bench.ts';

/** Longer than a former key is kept. */
const twoHoursInDays = 2 / 24;

function runInterrupted(bench: KeyRotationBench, outside: Interruptible) {
  const ports = bench.ports();
  const interrupted = {
    ...ports,
    versions: outside.port(ports.versions, 'versions'),
    keyAdmin: outside.port(ports.keyAdmin, 'keyAdmin'),
    ...outside.port({ prove: ports.prove }, 'cloud'),
  };
  return bench.run({ isForced: true }, interrupted).catch(() => undefined);
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

async function healthyRun(prepare: (bench: KeyRotationBench) => Promise<void> | void) {
  const bench = new KeyRotationBench();
  await prepare(bench);
  const outside = new Interruptible();
  await runInterrupted(bench, outside);
  return outside;
}

describe('a rotation that is interrupted at any of its calls', () => {
  it.each(situations)('loses no key and leaves none behind, with $title', async ({ title, prepare }) => {
    const { names } = await healthyRun(prepare);
    expect(names).toContain('versions.promote');
    console.info(`${4 * names.length} points of interruption with ${title}`);

    for (const interruption of interruptionsAmong(names.length)) {
      const where = `${interruption.kind} call ${interruption.call} (${names[interruption.call - 1]})`;
      const bench = new KeyRotationBench();
      await prepare(bench);
      const before = bench.cloud.keys.size;
      await runInterrupted(bench, new Interruptible(interruption));

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
