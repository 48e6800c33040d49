import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { objectStoreClient } from '#shared/aws/clients.ts';
import { s3GuardLists } from '#shared/aws/guard-list-objects.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { httpListDownload } from '#shared/iocs/guard/lists/download-list.ts';
import { refreshLists } from '#shared/iocs/guard/lists/refresh-lists.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { systemClock } from '#shared/time/clock.ts';

const environment = readEnvironment('refresh-guard-lists');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger, metrics } = observability;
const lists = s3GuardLists({ client: objectStoreClient(), bucketName: environment.GUARD_LISTS_BUCKET_NAME });

/** Called by a schedule. It fails when a list could not be refreshed, so that somebody hears of it. */
export const handler = middlewareStack<unknown, void>(observability).handler(async () => {
  const outcomes = await refreshLists({
    settings: configuration.guard,
    download: httpListDownload(),
    lists,
    clock: systemClock,
  });
  const kept = outcomes.filter((outcome) => outcome.kind === 'kept');
  for (const outcome of outcomes) {
    if (outcome.kind === 'kept') logger.error('A guard list stays as it was', { ...outcome });
    else logger.info('A guard list was refreshed', { ...outcome });
  }
  metrics.addMetric('GuardListsRefreshed', MetricUnit.Count, outcomes.length - kept.length);
  metrics.addMetric('GuardListsKept', MetricUnit.Count, kept.length);
  if (kept.length === 0) return;
  throw new GiveUp(
    `Not refreshed: ${kept.map(({ list }) => list).join(', ')}. The former lists count on; the log says why.`,
  );
});
