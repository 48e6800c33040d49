import { randomUUID } from 'node:crypto';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import {
  documentClient,
  eventBridgeClient,
  functionClient,
  queueClient,
  secretsManagerClient,
} from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { invokedTokenMinter } from '#shared/aws/invoked-token-minter.ts';
import { postponeMessages } from '#shared/aws/message-postponement.ts';
import { secretNames } from '#shared/aws/secret-names.ts';
import { secretsManagerReader } from '#shared/aws/secrets-manager-reader.ts';
import { tableRequestOutcomes } from '#shared/aws/table/request-outcomes.ts';
import { tableWriterLock } from '#shared/aws/table/writer-lock.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import type { TokenSource } from '#shared/credentials/access-token.ts';
import { storedTokenSource } from '#shared/credentials/stored-token-source.ts';
import type { BlockCommand, CommandResult } from '#shared/iocs/blocking/block-command.ts';
import { blockIndicators } from '#shared/iocs/blocking/block-indicators.ts';
import { commandFromEvent } from '#shared/iocs/blocking/command-from-event.ts';
import { groupByOrganisation } from '#shared/iocs/blocking/group-commands.ts';
import type { WorkerPorts } from '#shared/iocs/blocking/worker-ports.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { busEventIn, restSeconds } from './queue-message.ts';
import { targetList } from './target-lists.ts';

/** Kept free at the end of an invocation for recording what was done, in milliseconds. */
const reserveMilliseconds = 10_000;

/** A lease outlives its invocation by this much, so that clocks may differ a little, in milliseconds. */
const leaseMarginMilliseconds = 5_000;

const environment = readEnvironment('block-iocs');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger, metrics } = observability;
const documents = documentClient();
const queue = queueClient();
const secrets = secretsManagerReader(secretsManagerClient());
const minter = invokedTokenMinter(functionClient(), environment.MINT_FUNCTION_NAME);
const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });
const table = { documents, tableName: environment.TABLE_NAME };
const tokenSources = new Map<OrganisationName, TokenSource>();

export const handler = middlewareStack<SQSEvent, SQSBatchResponse>(observability).handler(
  async (event: SQSEvent, context: Context) => {
    const results: CommandResult[] = [];
    const commands = readCommands(event, results);
    const remaining = context.getRemainingTimeInMillis();
    const http = httpClient(
      { clock: systemClock, sleep: realSleep, random: Math.random },
      { signal: AbortSignal.timeout(Math.max(1, remaining - reserveMilliseconds)) },
    );
    const listOf = (name: BlockCommand['destinationList']) =>
      targetList(name, { configuration, http, tokensOf });
    const groups = groupByOrganisation(commands, listOf);
    const ports = workerPorts(remaining);
    for (const done of await Promise.all(groups.map((work) => blockIndicators(work, ports)))) {
      results.push(...done);
    }
    report(results);
    return giveBack(event, results);
  },
);

/** The commands in the messages; a message without one is given back, and ends in the dead-letter queue. */
function readCommands(event: SQSEvent, results: CommandResult[]): BlockCommand[] {
  const commands: BlockCommand[] = [];
  for (const record of event.Records) {
    try {
      commands.push(
        commandFromEvent(busEventIn(record), record.messageId, (name) => {
          const list = configuration.destinationLists[name];
          return list && configuration.organisations[list.organisation]?.secureAccess.edition;
        }),
      );
    } catch (cause) {
      results.push({ messageId: record.messageId, kind: 'return', retryAfterSeconds: 0, cause });
    }
  }
  return commands;
}

function workerPorts(remainingMilliseconds: number): WorkerPorts {
  const now = systemClock.now().getTime();
  return {
    lock: tableWriterLock({
      ...table,
      clock: systemClock,
      sleep: realSleep,
      leaseUntil: new Date(now + remainingMilliseconds + leaseMarginMilliseconds),
    }),
    outcomes: tableRequestOutcomes(table),
    events,
    clock: systemClock,
    sleep: realSleep,
    newPostId: randomUUID,
    waitForLockUntil: new Date(now + remainingMilliseconds / 2),
  };
}

function tokensOf(organisation: OrganisationName): TokenSource {
  const known = tokenSources.get(organisation);
  if (known) return known;
  const source = storedTokenSource({
    organisation,
    secretName: secretNames.secureAccessAccessToken(environment.STAGE, organisation),
    secrets,
    minter,
    clock: systemClock,
  });
  tokenSources.set(organisation, source);
  return source;
}

function report(results: readonly CommandResult[]): void {
  for (const result of results) {
    if (result.kind === 'return') {
      logger.error('Message given back', { messageId: result.messageId, error: result.cause });
      metrics.addMetric('MessagesGivenBack', MetricUnit.Count, 1);
    }
    if (result.kind !== 'done') continue;
    const { requestId, part, connection, destinationList, indicators, receivedAt, completedAt } =
      result.outcome;
    const statuses: Record<string, number> = {};
    for (const { status } of indicators) statuses[status] = (statuses[status] ?? 0) + 1;
    logger.info('Part of a request done', {
      requestId,
      part,
      connection,
      list: destinationList.name,
      statuses,
    });
    for (const [status, count] of Object.entries(statuses)) {
      metrics.addMetric(`Indicators:${status}`, MetricUnit.Count, count);
    }
    metrics.addMetric(
      'TimeToBlock',
      MetricUnit.Milliseconds,
      Date.parse(completedAt) - Date.parse(receivedAt),
    );
  }
}

async function giveBack(event: SQSEvent, results: readonly CommandResult[]): Promise<SQSBatchResponse> {
  const records = new Map(event.Records.map((record) => [record.messageId, record]));
  const returned = results.flatMap((result) => {
    const record = records.get(result.messageId);
    return result.kind === 'return' && record ? [{ result, record }] : [];
  });
  const postponed = returned.map(({ result, record }) => ({
    receiptHandle: record.receiptHandle,
    waitSeconds: restSeconds(record, result.retryAfterSeconds, result.cause),
  }));
  try {
    await postponeMessages(queue, environment.BLOCK_QUEUE_URL, postponed);
  } catch (error) {
    // They come back all the same, after the queue's own visibility timeout.
    logger.warn('Messages could not be given their own wait', { error });
  }
  return { batchItemFailures: returned.map(({ record }) => ({ itemIdentifier: record.messageId })) };
}
