import { createWebhookHandler } from '#functions/receive-webhook/webhook-handler.ts';
import { documentClient, eventBridgeClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { tableRequestReader } from '#shared/aws/table/request-reader.ts';
import { tableRequestRecorder } from '#shared/aws/table/request-recorder.ts';
import { guardOf } from '#shared/iocs/guard/guard.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/*
 * The webhook function as it is deployed, but that AWS's clients answer as soon as they are asked: what it costs is
 * our own, up to the values that are handed to them.
 */

const atOnce = () => async () => ({ response: {}, output: { $metadata: {} } });
const documents = documentClient();
documents.middlewareStack.add(atOnce, { step: 'initialize', priority: 'high' });
const bus = eventBridgeClient();
bus.middlewareStack.add(atOnce, { step: 'initialize', priority: 'high' });

const configuration = readConfiguration();
const table = { documents, tableName: 'table' };

export const handler = createWebhookHandler({
  configuration,
  secrets: { read: async () => ({ current: process.env.SIGNING_SECRET ?? '' }) },
  publisher: eventBridgePublisher({ client: bus, busName: 'bus' }),
  recorder: tableRequestRecorder(table),
  requests: tableRequestReader(table),
  guard: guardOf(configuration.guard),
  clock: systemClock,
  sleep: realSleep,
  logger: functionLogger(),
  metrics: functionMetrics(),
});
