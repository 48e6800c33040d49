import { test } from 'vitest';
import { command, domains, WorkerBench } from '../shared/iocs/blocking/worker-bench.ts';

let runs = 0;

test.for([10, 500])(
  'block-iocs, with table and list in memory: %d new indicators',
  async (count, { bench }) => {
    await bench('journal, post, ledger, outcome', async () => {
      const run = runs++;
      await new WorkerBench().run([command(`run-${run}`, domains(count, `r${run}-`))]);
    }).run();
  },
);
