import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'aws-lambda';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  answer,
  type Reaction,
  type ReceivedCall,
  startHttpTestServer,
} from '../../shared/cisco/http-test-server.ts';

const event = {
  id: 'e1',
  source: 'scc-automations.people',
  'detail-type': 'UserOffboarded',
  time: '2026-12-01T17:00:00Z',
  detail: {
    version: 1,
    eventId: `chg_${'1'.repeat(32)}-done`,
    changeId: `chg_${'1'.repeat(32)}`,
    requestId: `req_${'2'.repeat(32)}`,
    email: 'bob@corp.example',
    source: 'hr',
    ticket: 'RITM0010042',
    occurredAt: '2026-12-01T17:00:00.000Z',
    steps: [
      { step: 'end-vpn-sessions', organisation: 'main', result: 'done', summary: '2 sessions ended, 0 left' },
    ],
  },
};

/** The function with AWS and ServiceNow played by one server; `servicenow` answers the work note. */
async function startFunction(servicenow: () => Reaction = () => answer(200, { result: {} })) {
  const heard: object[] = [];
  const sent: ReceivedCall[] = [];
  const server = await startHttpTestServer((call) => {
    if (call.path.startsWith('/api/now/')) {
      if (call.method === 'GET') return answer(200, { result: [{ sys_id: 'abc' }] });
      sent.push(call);
      return servicenow();
    }
    const [, action] = String(call.headers['x-amz-target'] ?? '').split('.');
    switch (action) {
      case 'GetSecretValue':
        return answer(200, { VersionId: 'v1', SecretString: '{"user":"robot","token":"dummy-token"}' });
      case 'Query':
        return answer(200, { Items: heard, Count: heard.length });
      case 'PutItem':
        heard.push(JSON.parse(call.body).Item);
        return answer(200, {});
      default:
        sent.push(call);
        return answer(200, '<PublishResponse><PublishResult/></PublishResponse>', {
          'content-type': 'text/xml',
        });
    }
  });
  const folder = mkdtempSync(join(tmpdir(), 'announce-people-changes-'));
  const configurationFile = join(folder, 'configuration.json');
  writeFileSync(
    configurationFile,
    JSON.stringify({
      stage: 'test',
      organisations: {
        main: {
          secureAccess: { edition: 'global' },
          securityCloudControl: { organizationId: 'e980e881-b61f-41f0-a9b4-06fbd2118f00' },
        },
      },
      destinationLists: {},
      connections: {},
      people: {
        organisations: ['main'],
        timeZone: 'Europe/Zurich',
        profiles: {},
        sources: {
          hr: { kind: 'servicenow', comments: { system: 'servicenow', baseUrl: server.url.origin } },
        },
      },
    }),
  );
  const environment = {
    STAGE: 'test',
    POWERTOOLS_SERVICE_NAME: 'announce-people-changes',
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
    TABLE_NAME: 'table',
    APPROVALS_TOPIC_ARN: 'arn:aws:sns:us-east-1:123456789012:approvals',
    CONFIGURATION_FILE: configurationFile,
    AWS_ENDPOINT_URL: server.url.origin,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const logLines: string[] = [];
  for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...line) => void logLines.push(line.join(' ')));
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  vi.resetModules();
  const { handler } = await import('../../../functions/announce-people-changes/handler.ts');
  return {
    sent: () => sent.map(({ method, path }) => `${method} ${path.split('?')[0]}`).toSorted(),
    bodies: () => sent.map(({ body }) => decodeURIComponent(body.replaceAll('+', ' '))).join('\n'),
    logLines,
    call: (delivered: unknown) => handler(delivered, context),
  };
}

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'announce-people-changes',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:announce-people-changes',
  memoryLimitInMB: '512',
  awsRequestId: 'invocation-1',
  logGroupName: 'log-group',
  logStreamName: 'log-stream',
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

describe('the function announce-people-changes', () => {
  it('tells topic and ticket once, however often the event comes', async () => {
    const { call, sent, bodies, logLines } = await startFunction();

    await call(event);
    await call(event);

    expect(sent()).toEqual(['PATCH /api/now/table/sc_task/abc', 'POST /']);
    expect(bodies().match(/2 sessions ended, 0 left/g)).toHaveLength(2);
    expect(logLines.join('\n')).toContain('Told what became of people');
    expect(logLines.join('\n')).not.toContain('bob@corp.example');
    expect(logLines.join('\n')).not.toContain('dummy-token');
  });

  it('fails when the ticket was not told, so that it is tried again; the topic is not told twice', async () => {
    const answers = [answer(401), answer(200, { result: {} })];
    const { call, sent } = await startFunction(() => answers.shift() ?? answer(500));

    await expect(call(event)).rejects.toThrow('was not announced through ticket');
    await call(event);

    expect(sent()).toEqual([
      'PATCH /api/now/table/sc_task/abc',
      'PATCH /api/now/table/sc_task/abc',
      'POST /',
    ]);
  });

  it('refuses an event that it does not know', async () => {
    const { call, sent } = await startFunction();

    await expect(call({ ...event, 'detail-type': 'IocBlocked' })).rejects.toThrow('are not announced');
    expect(sent()).toEqual([]);
  });
});
