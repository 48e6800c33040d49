import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { connectionNameSchema } from '#shared/config/names.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { jsonResponse } from '#shared/lambda/http-response.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import { configuredPlaces } from '#shared/requests/configured-places.ts';
import { type SettledRequestPorts, settledRequest } from '#shared/requests/settled-request.ts';
import { type AcceptWebhookPorts, acceptWebhook } from '#shared/webhooks/accept-webhook.ts';
import { deliveryOptions } from './delivery-options.ts';

export type WebhookHandlerPorts = AcceptWebhookPorts &
  Observability &
  Pick<SettledRequestPorts, 'requests' | 'sleep'>;

/** The handler of `/webhooks/{connection}`, with everything that touches the world as a port. */
export function createWebhookHandler(ports: WebhookHandlerPorts) {
  const { logger, metrics, clock, requests, sleep, configuration } = ports;
  const places = configuredPlaces(configuration);
  return httpHandler(ports, async ({ method, pathParameters, queryParameters, ...request }) => {
    if (method !== 'POST') {
      throw new RefusedRequest('method-not-allowed', `${method} was sent; webhooks are taken by POST.`, {
        headers: { allow: 'POST' },
      });
    }
    const connection = pathParameters.get('connection') ?? '';
    // What is not even a name may be anything, and does not belong into the log.
    if (connectionNameSchema.safeParse(connection).success) logger.appendKeys({ connection });

    const startedAt = clock.now();
    const urlSecret = pathParameters.get('secret');
    const { isPreview, waitSeconds } = deliveryOptions(queryParameters);
    const outcome = await acceptWebhook({ ...request, connection, urlSecret, isPreview }, ports);
    if (outcome.kind === 'challenged') return jsonResponse(200, outcome.answer);
    if (outcome.kind === 'previewed') {
      logger.info('Webhook previewed', { because: outcome.answer.because, ...outcome.answer.indicators });
      return jsonResponse(200, outcome.answer);
    }

    const { requestId, duplicate, indicators } = outcome.answer;
    logger.info('Webhook accepted', { requestId, duplicate, ...indicators });
    metrics.addMetric(duplicate ? 'WebhooksRepeated' : 'WebhooksAccepted', MetricUnit.Count, 1);
    if (!duplicate) {
      metrics.addMetric('IndicatorsQueued', MetricUnit.Count, indicators.queued);
      metrics.addMetric('IndicatorsHeld', MetricUnit.Count, indicators.held);
      metrics.addMetric('IndicatorsRejected', MetricUnit.Count, indicators.rejected);
    }
    if (waitSeconds > 0) {
      const until = new Date(startedAt.getTime() + waitSeconds * 1000);
      const report = (error: unknown) =>
        logger.warn('The outcome could not be looked at', { requestId, error });
      const view = await settledRequest(requestId, until, { requests, places, clock, sleep, report });
      if (view) return jsonResponse(200, view);
    }
    return jsonResponse(202, outcome.answer);
  });
}
