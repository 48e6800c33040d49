import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { eventBridgeClient, functionClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { invokedTokenMinter } from '#shared/aws/invoked-token-minter.ts';
import { currentVersionStoredAt } from '#shared/aws/secret-version-list.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { atRiskEvents } from '#shared/credentials/health/at-risk-events.ts';
import { checkCredentials } from '#shared/credentials/health/check-credentials.ts';
import { credentialIdText } from '#shared/credentials/health/credential-id.ts';
import { checksBrokenMetricName, healthMetrics } from '#shared/credentials/health/health-metrics.ts';
import {
  type CheckAnswer,
  checkRequestSchema,
  type HealthReport,
} from '#shared/credentials/health/health-report.ts';
import { renderReport } from '#shared/credentials/health/render-report.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/** Kept free for publishing what was found, in milliseconds. */
const reserveMilliseconds = 10_000;

const environment = readEnvironment('check-credentials');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger, metrics } = observability;
const secretsClient = secretsManagerClient();
const secrets = secretsManagerReader(secretsClient);
const minter = invokedTokenMinter(functionClient(), environment.MINT_FUNCTION_NAME);
const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });

/** Called daily by a schedule with `{}`, and by people with `{}` or `{ "organisation": "…" }`. */
export const handler = middlewareStack<unknown, CheckAnswer>(observability).handler(
  async (event: unknown, context: Context) => {
    const { organisation } = checkRequestSchema.parse(event);
    const timeLimit = Math.max(1, context.getRemainingTimeInMillis() - reserveMilliseconds);
    const { report, broken } = await checkCredentials(configuration, organisation, {
      stage: environment.STAGE,
      secrets,
      storedAt: (secretName) => currentVersionStoredAt(secretsClient, secretName),
      minter,
      http: httpClient(
        { clock: systemClock, sleep: realSleep, random: Math.random },
        { signal: AbortSignal.timeout(timeLimit), totalTimeLimitMilliseconds: timeLimit },
      ),
      clock: systemClock,
    });
    for (const { credential, error } of broken) {
      logger.error('A credential could not be checked', { credential: credentialIdText(credential), error });
    }
    metrics.addMetric(checksBrokenMetricName, MetricUnit.Count, broken.length);
    measure(report);
    summarise(report);
    const risks = atRiskEvents(report);
    if (isNonEmpty(risks)) await events.publish(risks);
    return { report, markdown: renderReport(report) };
  },
);

/** Each value by itself: alarms find it by stage, organisation and credential, without the function's name. */
function measure(report: HealthReport): void {
  for (const { name, value, dimensions } of healthMetrics(report)) {
    const single = metrics.singleMetric();
    single.clearDefaultDimensions();
    single.addDimensions({ stage: environment.STAGE, ...dimensions });
    single.addMetric(name, MetricUnit.Count, value);
  }
}

function summarise(report: HealthReport): void {
  const atRisk = report.credentials.filter(({ risks }) => risks.length > 0);
  logger.info('Credentials checked', {
    checked: report.credentials.length,
    atRisk: atRisk.map((health) => ({
      credential: credentialIdText(health),
      risks: health.risks.map(({ risk }) => risk),
    })),
  });
}
