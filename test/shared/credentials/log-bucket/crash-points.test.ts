import { describe, expect, it } from 'vitest';
import { Interruptible, interruptionsAmong } from '../interruption.ts';
import { LogBucketBench } from './log-bucket-bench.ts';

function runInterrupted(bench: LogBucketBench, outside: Interruptible) {
  const ports = bench.ports();
  const interrupted = {
    ...ports,
    versions: outside.port(ports.versions, 'versions'),
    ...outside.port({ requestKey: ports.requestKey }, 'cloud'),
  };
  return bench.run({ isForced: true }, interrupted).catch(() => undefined);
}

describe('a rotation that is interrupted at any of its calls', () => {
  it.each([
    [true, 'with a key in the secret'],
    [false, 'into an empty secret'],
  ])('is made good by the next run (%s: %s)', async (hasKey, title) => {
    const healthy = new Interruptible();
    await runInterrupted(new LogBucketBench({ hasKey }), healthy);
    const { names } = healthy;
    expect(names).toContain('cloud.requestKey');
    console.info(`${4 * names.length} points of interruption ${title}`);

    for (const interruption of interruptionsAmong(names.length)) {
      const where = `${interruption.kind} call ${interruption.call} (${names[interruption.call - 1]})`;
      const bench = new LogBucketBench({ hasKey });
      await runInterrupted(bench, new Interruptible(interruption));

      await bench.run();

      expect(bench.storedKeyWorks(), where).toBe(true);
      const requested = bench.requested;
      expect(await bench.run(), where).toEqual({ kind: 'kept', reason: 'not-due' });
      expect(bench.requested, `${where}: no further key`).toBe(requested);
    }
  });
});
