import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { chatWebhookChannel } from '#shared/approvals/announcement/chat-webhook.ts';
import { documentClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableAnnouncementRecord } from '#shared/aws/table/announcement-record.ts';
import { topicChannel, topicClient } from '#shared/aws/topic-channel.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { busEventSchema } from '#shared/events/bus-event.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { announcePeopleEvent } from '#shared/people/announcements/announce-people-event.ts';
import type { Notice } from '#shared/people/announcements/notice.ts';
import { noticeEmail } from '#shared/people/announcements/notice-email.ts';
import { noticeSlack } from '#shared/people/announcements/notice-slack.ts';
import { noticeTeams } from '#shared/people/announcements/notice-teams.ts';
import { readPeopleEvent } from '#shared/people/announcements/people-event.ts';
import { configuredComments } from '#shared/tickets/configured-comments.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';

/** What does not answer must not use up the function's 30 s; a comment takes two calls. */
const chatTimeLimitMilliseconds = 8_000;
const ticketTimeLimitMilliseconds = 10_000;

const environment = readEnvironment('announce-people-changes');
const { approvals, people } = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger, metrics } = observability;
const secrets = secretsManagerReader(secretsManagerClient());
const record = tableAnnouncementRecord({
  documents: documentClient(),
  tableName: environment.TABLE_NAME,
  clock: systemClock,
});
const email = topicChannel({
  client: topicClient(),
  topicArn: environment.APPROVALS_TOPIC_ARN,
  form: (notice: Notice) => noticeEmail(notice, environment.STAGE),
});
const chat =
  approvals.chat &&
  chatWebhookChannel({
    chat: approvals.chat,
    forms: { slack: noticeSlack, teams: noticeTeams },
    secrets,
    secretName: secretNames.approvalChatWebhook(environment.STAGE),
    timeLimitMilliseconds: chatTimeLimitMilliseconds,
  });
const commentsOf = configuredComments({
  sources: people?.sources ?? {},
  stage: environment.STAGE,
  secrets,
  http: httpClient(
    { clock: systemClock, sleep: realSleep, random: Math.random },
    {
      attemptTimeLimitMilliseconds: ticketTimeLimitMilliseconds / 2,
      totalTimeLimitMilliseconds: ticketTimeLimitMilliseconds,
    },
  ),
});

/** Called by a rule of the bus; what it throws is tried again and ends in the dead-letter queue. */
export const handler = middlewareStack<unknown, void>(observability).handler(async (event: unknown) => {
  const announced = readPeopleEvent(busEventSchema.parse(event));
  const { type, detail } = announced;
  const result = await announcePeopleEvent(announced, {
    channels: chat ? [email, chat] : [email],
    commentsOf,
    record,
    log: { warn: (message, details) => logger.warn(message, { ...details }) },
  });
  const about = { type, eventId: detail.eventId };
  logger.info('Told what became of people', {
    ...about,
    announced: result.announced,
    announcedBefore: result.announcedBefore,
  });
  metrics.addMetric('PeopleChangesAnnounced', MetricUnit.Count, result.announced.length);
  for (const { channel, cause } of result.failed) {
    logger.error('What became of people could not be told', { ...about, channel, error: cause });
  }
  if (result.failed.length > 0) {
    metrics.addMetric('AnnouncementsFailed', MetricUnit.Count, result.failed.length);
    throw new RetryLater(
      `Event ${detail.eventId} was not announced through ${result.failed.map(({ channel }) => channel).join(' and ')}.`,
    );
  }
});
