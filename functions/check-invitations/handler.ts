import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { documentClient, eventBridgeClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { secretTokenRotations } from '#shared/aws/secret-token-rotations.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableInvitationsSentAgain } from '#shared/aws/table/people/invitations-sent-again.ts';
import { tablePeopleChanges } from '#shared/aws/table/people/people-changes.ts';
import { type HttpClient, httpClient } from '#shared/cisco/http/http-client.ts';
import { organisationPlatform } from '#shared/cisco/security-cloud-control/organisation-platform.ts';
import { atPlatformPace, platformHttpOptions } from '#shared/cisco/security-cloud-control/platform-pace.ts';
import { configuredPeople } from '#shared/config/configured-people.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import { organisationSccTokenSources } from '#shared/credentials/security-cloud-control/organisation-token-sources.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { isNonEmpty } from '#shared/non-empty.ts';
import { checkInvitations } from '#shared/people/invitations/check-invitations.ts';
import { invitationsOpenEvent } from '#shared/people/invitations/invitations-open-event.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/** Kept free of calls to the platform for telling what was found, in milliseconds. */
const reserveMilliseconds = 15_000;

const environment = readEnvironment('check-invitations');
const configuration = readConfiguration();
const settings = configuredPeople(configuration);
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger, metrics } = observability;
const time = { clock: systemClock, sleep: realSleep };
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });
const secretsClient = secretsManagerClient();
const tokensOf = organisationSccTokenSources({
  stage: environment.STAGE,
  secrets: secretsManagerReader(secretsClient),
  rotations: secretTokenRotations(secretsClient),
  ...time,
});

/**
 * Called daily by a schedule. An organisation that cannot be asked keeps no other from being checked; failing in the end
 * is what brings the schedule's retries and its alarm.
 */
export const handler = middlewareStack<unknown, void>(observability).handler(
  async (_event: unknown, context: Context) => {
    const timeLimit = Math.max(1, context.getRemainingTimeInMillis() - reserveMilliseconds);
    const signal = AbortSignal.timeout(timeLimit);
    const http = atPlatformPace(
      httpClient({ ...time, random: Math.random }, { ...platformHttpOptions, signal }),
      time,
    );
    const failed: OrganisationName[] = [];
    for (const organisation of settings.organisations) {
      try {
        await check(organisation, http);
      } catch (error) {
        logger.error('Invitations could not be checked', { organisation, error });
        failed.push(organisation);
      }
    }
    if (failed.length > 0) throw new RetryLater(`Invitations were not checked in ${failed.join(', ')}.`);
  },
);

async function check(organisation: OrganisationName, http: HttpClient): Promise<void> {
  const { directory } = organisationPlatform(organisation, { configuration, http, tokensOf });
  const open = await checkInvitations(organisation, settings, {
    directory,
    changes: tablePeopleChanges(table),
    sentAgain: tableInvitationsSentAgain({ ...table, clock: systemClock }),
    clock: systemClock,
  });
  if (isNonEmpty(open)) await events.publish([invitationsOpenEvent(organisation, open, systemClock.now())]);
  logger.info('Invitations checked', {
    organisation,
    open: open.length,
    sentAgain: open.filter(({ sentAgain }) => sentAgain).length,
  });
  const single = metrics.singleMetric();
  single.clearDefaultDimensions();
  single.addDimensions({ stage: environment.STAGE, organisation });
  single.addMetric('InvitationsOpen', MetricUnit.Count, open.length);
}
