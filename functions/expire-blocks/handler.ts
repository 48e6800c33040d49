import type { Context } from 'aws-lambda';
import { destinationNames } from '#shared/config/configured-destination.ts';
import { onEachList } from '#shared/iocs/releasing/on-each-list.ts';
import { releaseEndedLeases } from '#shared/iocs/releasing/release-ended-leases.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { releaseWorkbenches } from '#shared/lambda/release-workbench.ts';
import { reportReleases } from '#shared/lambda/report-releases.ts';

const environment = readEnvironment('expire-blocks');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const workbenchFor = releaseWorkbenches(environment, configuration);

export const handler = middlewareStack<unknown, void>(observability).handler(
  async (_event: unknown, context: Context) => {
    const { ports, listOf } = workbenchFor(context.getRemainingTimeInMillis());
    const runs = await onEachList(destinationNames(configuration), listOf, (list) =>
      releaseEndedLeases(list, ports),
    );
    reportReleases(runs, observability);
    const failed = runs.find((run) => run.kind === 'failed');
    // Lambda tries a failed run again, which is harmless, and the alarm for failed runs hears of it.
    if (failed) throw failed.error;
  },
);
