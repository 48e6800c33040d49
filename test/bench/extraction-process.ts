import { parentPort, workerData } from 'node:worker_threads';
import { extractIndicators } from '#shared/iocs/extract/extract-indicators.ts';

/** Extracts from its text each time it is told to, and says so: outside of the test runner, whose imports cost time. */
parentPort?.on('message', () => {
  const { domains } = extractIndicators(String(workerData));
  parentPort?.postMessage(domains.length);
});
