import { createHmac } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { vi } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import { guardOf } from '#shared/iocs/guard/guard.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import type { ReceivedRequest } from '#shared/requests/received-request.ts';
import type { RecordedRequest } from '#shared/requests/request-reader.ts';
import type { RecordAnswer } from '#shared/requests/request-recorder.ts';
import { cachedConnectionSecrets } from '#shared/webhooks/connection-secrets.ts';
import { createWebhookHandler } from '../../../functions/receive-webhook/webhook-handler.ts';

export const signingSecret = 'whsec_ZHVtbXkta2V5LW9mLXRoZS10ZXN0cy1vbmx5';
export const token = 'dummy-token-of-the-tests-only';
const now = new Date('2026-11-22T10:00:00Z');

const configuration = {
  stage: 'test',
  organisations: {
    main: {
      secureAccess: { edition: 'global' },
      securityCloudControl: { organizationId: '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101' },
      xdr: { region: 'us', clientCreatedOn: '2026-11-01' },
    },
    branch: { secureAccess: { edition: 'umbrella' } },
  },
  destinationLists: {
    'soc-block': { organisation: 'main', id: 7001234 },
    'branch-block': { organisation: 'branch', id: 7001235 },
  },
  networkGroups: {
    firewalls: { kind: 'network-group', organisation: 'main', name: 'soc-block', region: 'us' },
  },
  connections: {
    feed: { kind: 'ioc-list', authentication: 'standard-webhooks', destinationLists: ['soc-block'] },
    tickets: { kind: 'ioc-list', authentication: 'bearer-token', destinationLists: ['soc-block'] },
    everywhere: {
      kind: 'ioc-list',
      authentication: 'bearer-token',
      destinationLists: ['soc-block', 'branch-block'],
    },
    gateways: {
      kind: 'ioc-list',
      authentication: 'bearer-token',
      destinationLists: ['soc-block', 'firewalls'],
    },
    triage: {
      kind: 'ioc-list',
      authentication: 'bearer-token',
      destinationLists: ['soc-block'],
      action: 'enrich',
      enrichment: { organisation: 'main' },
    },
    splunk: { kind: 'splunk-alert', authentication: 'bearer-token', destinationLists: ['soc-block'] },
  },
  limits: { bodyBytes: 200_000, indicatorsPerRequest: 1_500 },
};

/** What stands in the configuration and in Secrets Manager, where it differs from the usual. */
export interface IntakeOptions {
  readonly connections?: Record<string, object>;
  readonly guard?: object;
  /** The stored secret of each of those connections. */
  readonly secrets?: Readonly<Record<string, { readonly current: string; readonly previous?: string }>>;
}

export interface Sent {
  connection?: string;
  method?: string;
  body?: string | object;
  headers?: Record<string, string>;
  isBase64Encoded?: boolean;
  /** Behind the question mark of the address. */
  query?: Record<string, string>;
  /** What stands behind the connection's name in the address. */
  urlSecret?: string;
  sourceAddress?: string;
  /** Whom the gateway has verified. */
  awsCallerArn?: string;
}

/** The handler with ports in memory, and what has gone through them. */
export function webhookIntake(options: IntakeOptions = {}) {
  // The loggers then write to the global console, where it is caught.
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  const logLines: string[] = [];
  for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => void logLines.push(line.join(' ')));
  }

  const published: OutgoingEvent[][] = [];
  const recorded: ReceivedRequest[] = [];
  const faults: { publish?: Error; record?: Error; readSecret?: Error; look?: Error } = {};
  let time = now;
  let secretReads = 0;
  let apiRequests = 0;
  /** What is found of a request when it is looked at again and again; the last stays. */
  const readings: (RecordedRequest | undefined)[] = [];
  const looks: Date[] = [];

  const deployed = deploymentConfigurationSchema.parse({
    ...configuration,
    connections: { ...configuration.connections, ...options.connections },
    guard: options.guard,
  });
  const handler = createWebhookHandler({
    configuration: deployed,
    guard: guardOf(deployed.guard),
    clock: { now: () => time },
    async sleep(milliseconds) {
      time = new Date(time.getTime() + milliseconds);
    },
    requests: {
      async read() {
        looks.push(time);
        if (faults.look) throw faults.look;
        return readings.length > 1 ? readings.shift() : readings[0];
      },
    },
    logger: functionLogger(),
    metrics: functionMetrics(),
    secrets: cachedConnectionSecrets({
      clock: { now: () => time },
      secretNameOf: (connection) => connection,
      reader: {
        async read(name, schema) {
          secretReads += 1;
          if (faults.readSecret) throw faults.readSecret;
          return {
            value: schema.parse(
              options.secrets?.[name] ?? { current: name === 'feed' ? signingSecret : token },
            ),
            versionId: 'v1',
          };
        },
      },
    }),
    publisher: {
      async publish(events) {
        if (faults.publish) throw faults.publish;
        published.push([...events]);
      },
    },
    recorder: {
      async record(request): Promise<RecordAnswer> {
        if (faults.record) throw faults.record;
        if (recorded.some(({ requestId }) => requestId === request.requestId)) return 'duplicate';
        recorded.push(request);
        return 'recorded';
      },
    },
  });

  async function sendEvent(event: unknown) {
    const answer = await handler(event, lambdaContext);
    return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
  }

  function send({
    connection = 'tickets',
    method = 'POST',
    body = {},
    headers = {},
    isBase64Encoded = false,
    query = {},
    urlSecret,
    sourceAddress,
    awsCallerArn,
  }: Sent) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    apiRequests += 1;
    return sendEvent({
      version: '2.0',
      headers: { 'Content-Type': 'application/json', ...headers },
      pathParameters: { connection, secret: urlSecret },
      queryStringParameters: query,
      body: isBase64Encoded ? Buffer.from(text).toString('base64') : text,
      isBase64Encoded,
      requestContext: {
        requestId: `api-${apiRequests}`,
        http: { method, sourceIp: sourceAddress },
        ...(awsCallerArn && { authorizer: { iam: { userArn: awsCallerArn } } }),
      },
    });
  }

  /** As an honest sender of the connection would. */
  function sendAuthentic(sent: Sent & { id?: string }) {
    const text = typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body ?? {});
    const proof =
      sent.connection === 'feed'
        ? signedHeaders(sent.id ?? 'msg_1', text)
        : { authorization: `Bearer ${token}` };
    return send({ ...sent, body: text, headers: { ...proof, ...sent.headers } });
  }

  return {
    send,
    sendEvent,
    sendAuthentic,
    configuration: deployed,
    published,
    recorded,
    faults,
    readings,
    looks,
    logLines,
    /** The clock moves on. */
    secondsPass: (seconds: number) => {
      time = new Date(time.getTime() + seconds * 1000);
    },
    secretReads: () => secretReads,
  };
}

export function signedHeaders(id: string, body: string): Record<string, string> {
  const timestamp = String(now.getTime() / 1000);
  const key = Buffer.from(signingSecret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'receive-webhook',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:receive-webhook',
  memoryLimitInMB: '512',
  awsRequestId: 'invocation-1',
  logGroupName: 'log-group',
  logStreamName: 'log-stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
