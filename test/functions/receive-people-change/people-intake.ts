import type { Context } from 'aws-lambda';
import { vi } from 'vitest';
import { createPeopleChangeHandler } from '#functions/receive-people-change/people-change-handler.ts';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import type { LifecycleSourceName } from '#shared/config/names.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { cachedConnectionSecrets } from '#shared/webhooks/connection-secrets.ts';
import { InMemoryUsers } from '#test/shared/people/scim/in-memory-users.ts';

const token = 'dummy-token-of-the-tests-only';
const json = {
  kind: 'json',
  authentication: 'bearer-token',
  mapping: { email: 'who', action: 'what', lastDay: 'until', ticket: 'number' },
};

const configuration = deploymentConfigurationSchema.parse({
  stage: 'test',
  organisations: {
    corp: {
      secureAccess: { edition: 'global' },
      securityCloudControl: { organizationId: '11111111-2222-4333-8444-555555555555' },
    },
  },
  destinationLists: {},
  connections: {},
  people: {
    organisations: ['corp'],
    timeZone: 'Europe/Zurich',
    profiles: { analyst: {} },
    sources: {
      tickets: json,
      jira: { kind: 'jira-service-management', authentication: 'bearer-token' },
      hr: { kind: 'csv', authentication: 'bearer-token' },
      drop: { kind: 'csv' },
      okta: { kind: 'scim', authentication: 'bearer-token', profile: 'analyst' },
    },
  },
  limits: { bodyBytes: 50_000 },
});

export interface Sent {
  readonly source?: string;
  readonly method?: string;
  readonly body?: string | object;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  /** Below the SCIM base address. */
  readonly resource?: string;
}

/** The handler with ports in memory, and what has gone through them. */
export function peopleIntake() {
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  const logLines: string[] = [];
  for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => void logLines.push(line.join(' ')));
  }
  const published: OutgoingEvent[] = [];
  const files = new Map<string, string>();
  const users = new InMemoryUsers();
  const faults: { publish?: Error } = {};
  let now = new Date('2026-11-22T10:00:30Z');

  const handler = createPeopleChangeHandler({
    configuration,
    clock: { now: () => now },
    logger: functionLogger(),
    metrics: functionMetrics(),
    secrets: cachedConnectionSecrets<LifecycleSourceName>({
      clock: { now: () => now },
      secretNameOf: (source) => source,
      reader: { read: async (_, schema) => ({ value: schema.parse({ current: token }), versionId: 'v1' }) },
    }),
    publisher: {
      async publish(events) {
        if (faults.publish) throw faults.publish;
        published.push(...events);
      },
    },
    files: {
      async keep(key, bytes) {
        if (files.has(key)) return 'repeat';
        files.set(key, Buffer.from(bytes).toString('utf8'));
        return 'kept';
      },
    },
    users,
  });

  async function send({ source = 'tickets', method = 'POST', body = '', headers, query, resource }: Sent) {
    const answer = await handler(
      {
        version: '2.0',
        headers: { Authorization: `Bearer ${token}`, ...headers },
        pathParameters: { source, resource },
        queryStringParameters: query,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        requestContext: { requestId: 'api-1', http: { method } },
      },
      lambdaContext,
    );
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body === '' ? undefined : JSON.parse(answer.body),
    };
  }

  return {
    send,
    /** As the identity provider `okta`. */
    scim: (method: string, resource: string, body?: object, query?: Record<string, string>) =>
      send({
        source: 'okta',
        method,
        resource,
        ...(body && { body, headers: { 'content-type': 'application/scim+json' } }),
        ...(query && { query }),
      }),
    published,
    files,
    users,
    faults,
    logLines,
    /** The clock moves on. */
    secondsPass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1_000);
    },
  };
}

const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'receive-people-change',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:receive-people-change',
  memoryLimitInMB: '512',
  awsRequestId: 'invocation-1',
  logGroupName: 'log-group',
  logStreamName: 'log-stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
