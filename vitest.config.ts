import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but this checkout; `integration` runs against the stack deployed on this machine. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/bench/**'],
          sequence: { groupOrder: 0 },
          // Files share a process and what it has imported, which halves the time: each puts back what it stubs.
          isolate: false,
          maxWorkers: '100%',
          testTimeout: 20_000,
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/integration/local-stack.ts'],
          sequence: { groupOrder: 1 },
          // One stack on two cores: files one after the other, so that counts of requests are their own.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          benchmark: { include: [] },
        },
      },
    ],
  },
});
