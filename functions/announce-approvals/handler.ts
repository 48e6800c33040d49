import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { announceApproval } from '#shared/approvals/announcement/announce-approval.ts';
import type { Announcement } from '#shared/approvals/announcement/announcement.ts';
import { chatWebhookChannel } from '#shared/approvals/announcement/chat-webhook.ts';
import { emailMessage } from '#shared/approvals/announcement/email-message.ts';
import { slackMessage } from '#shared/approvals/announcement/slack-message.ts';
import { teamsMessage } from '#shared/approvals/announcement/teams-message.ts';
import { storedSigningKeys, usualKeyAgeSeconds } from '#shared/approvals/signing-keys.ts';
import { documentClient, secretsManagerClient } from '#shared/aws/clients.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableAnnouncementRecord } from '#shared/aws/table/announcement-record.ts';
import { topicChannel, topicClient } from '#shared/aws/topic-channel.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { approvalRequestedSchema } from '#shared/events/approval-requested.ts';
import { busEventSchema } from '#shared/events/bus-event.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { systemClock } from '#shared/time/clock.ts';

/** A chat that does not answer must not use up the function's 30 s. */
const chatTimeLimitMilliseconds = 8_000;

const environment = readEnvironment('announce-approvals');
const { approvals } = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger, metrics } = observability;
const secrets = secretsManagerReader(secretsManagerClient());
const readKeys = storedSigningKeys({
  secrets,
  secretName: secretNames.approvalSigningKey(environment.STAGE),
  clock: systemClock,
});
const record = tableAnnouncementRecord({
  documents: documentClient(),
  tableName: environment.TABLE_NAME,
  clock: systemClock,
});
const email = topicChannel({
  client: topicClient(),
  topicArn: environment.APPROVALS_TOPIC_ARN,
  form: (announcement: Announcement) => emailMessage(announcement, environment.STAGE),
});
const chat =
  approvals.chat &&
  chatWebhookChannel({
    chat: approvals.chat,
    forms: { slack: slackMessage, teams: teamsMessage },
    secrets,
    secretName: secretNames.approvalChatWebhook(environment.STAGE),
    timeLimitMilliseconds: chatTimeLimitMilliseconds,
  });

/** Called by a rule of the bus; what it throws is tried again and ends in the dead-letter queue. */
export const handler = middlewareStack<unknown, void>(observability).handler(async (event: unknown) => {
  const request = approvalRequestedSchema.parse(busEventSchema.parse(event).detail);
  const { announced, announcedBefore, failed } = await announceApproval(request, {
    channels: chat ? [email, chat] : [email],
    record,
    signingKey: (await readKeys(usualKeyAgeSeconds)).current,
    apiUrl: environment.API_URL,
    linkValidHours: approvals.linkValidHours,
  });
  const { requestId, heldCount } = request;
  logger.info('Approval announced', { requestId, heldCount, announced, announcedBefore });
  metrics.addMetric('ApprovalsAnnounced', MetricUnit.Count, announced.length);
  for (const { channel, cause } of failed) {
    logger.error('An approval could not be announced', { requestId, channel, error: cause });
  }
  if (failed.length > 0) {
    metrics.addMetric('AnnouncementsFailed', MetricUnit.Count, failed.length);
    throw new RetryLater(
      `Request ${requestId} was not announced through ${failed.map(({ channel }) => channel).join(' and ')}.`,
    );
  }
});
