import { describe, expect, it } from 'vitest';
import { Interruptible, interruptionsAmong } from '../interruption.ts';
import { readings, TokenRotationBench } from './token-rotation-bench.ts';

function runInterrupted(bench: TokenRotationBench, outside: Interruptible) {
  const ports = bench.ports();
  const interrupted = {
    ...ports,
    versions: outside.port(ports.versions, 'versions'),
    apiTokens: outside.port(ports.apiTokens, 'apiTokens'),
  };
  return bench.run({ isForced: true }, interrupted).catch(() => undefined);
}

describe('a rotation that is interrupted at any of its calls', () => {
  it.each(readings)(
    'keeps the stored token alive and leaves no other, when generating a second token %s',
    async (reading) => {
      const healthy = new Interruptible();
      await runInterrupted(new TokenRotationBench(reading), healthy);
      const { names } = healthy;
      expect(names).toContain('versions.promote');
      console.info(`${4 * names.length} points of interruption when generating a second token ${reading}`);

      for (const interruption of interruptionsAmong(names.length)) {
        const where = `${interruption.kind} call ${interruption.call} (${names[interruption.call - 1]})`;
        const bench = new TokenRotationBench(reading);
        await runInterrupted(bench, new Interruptible(interruption));

        expect(bench.userInUse(), `${where}: the stored token works meanwhile`).toBeDefined();
        expect(bench.cloud.live.size, `${where}: one extra token at most`).toBeLessThanOrEqual(2);

        await bench.run();
        expect(bench.userInUse(), `${where}: the stored token works afterwards`).toBeDefined();
        expect([...bench.cloud.live.keys()], `${where}: nothing is left`).toEqual([bench.currentToken()]);

        expect(await bench.run({ isForced: true }), `${where}: the next one works`).toEqual({
          kind: 'rotated',
        });
        expect([...bench.cloud.live.keys()], where).toEqual([bench.currentToken()]);
      }
    },
  );
});
