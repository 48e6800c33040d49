import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { eventBridgeClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { acceptFindings } from '#shared/aws-findings/accept-findings.ts';
import { busEventSchema } from '#shared/events/bus-event.ts';
import { guardOf } from '#shared/iocs/guard/guard.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';

const environment = readEnvironment('receive-finding');
const configuration = readConfiguration();
const guard = guardOf(configuration.guard);
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const publisher = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });

/** Called by the rules of the default bus; what it throws is tried again and ends in the dead-letter queue. */
export const handler = middlewareStack<unknown, void>(observability).handler(async (event: unknown) => {
  const finding = busEventSchema.parse(event);
  const accepted = await acceptFindings(finding, { configuration, publisher, guard });
  observability.logger.info('Findings accepted', { eventId: finding.id, from: finding.source, ...accepted });
  observability.metrics.addMetric('FindingsAccepted', MetricUnit.Count, accepted.findings);
});
