import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { test } from 'vitest';
import { reportText } from '../shared/iocs/extract/extraction-case.ts';

const megabyte = 1_000_000;
const report = reportText('cold-harvest');

/** A megabyte of reports, each with hosts, addresses and hashes of its own, so that no answer is remembered. */
function reports(): string {
  const copies = Math.ceil(megabyte / report.length);
  return Array.from({ length: copies }, (_, copy) =>
    report
      .replaceAll(/examplemalwaredomain|examplebotnetdomain|internetbadguys/g, `$&-${copy}`)
      .replaceAll('203.0.113', `203.${copy % 256}.${copy >> 8}`)
      .replaceAll(/[0-9a-f]{8}(?=[0-9a-f]{24})/g, copy.toString(16).padStart(8, '0')),
  ).join('\n');
}

const texts: readonly (readonly [what: string, text: string])[] = [
  ['reports with indicators of their own', reports()],
  ['the same report again and again', report.repeat(Math.ceil(megabyte / report.length))],
  ['nested brackets', '['.repeat(megabyte / 2) + ']'.repeat(megabyte / 2)],
  ['a run of dots', '.'.repeat(megabyte)],
  ['a million digits', '1'.repeat(megabyte)],
  ['a name without end', 'a.'.repeat(megabyte / 2)],
  ['schemes without end', 'hxxp[:]//'.repeat(megabyte / 9)],
];

test.for(texts)('extract a megabyte: %s', async ([, text], { bench, onTestFinished }) => {
  const worker = new Worker(new URL('./extraction-process.ts', import.meta.url), { workerData: text });
  onTestFinished(async () => {
    await worker.terminate();
  });
  await bench('20 operations a second are 20 MB/s', async () => {
    worker.postMessage('again');
    await once(worker, 'message');
  }).run();
});
