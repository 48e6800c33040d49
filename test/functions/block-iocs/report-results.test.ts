import { afterEach, expect, it, vi } from 'vitest';
import {
  connectionNameSchema,
  destinationListNameSchema,
  organisationNameSchema,
} from '#shared/config/names.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { CommandResult } from '#shared/iocs/blocking/block-command.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';
import { reportResults } from '../../../functions/block-iocs/report-results.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Reports, and gives back the metrics of the invocation and those that were written by themselves. */
function report(results: CommandResult[]) {
  // Metrics then go to the console that can be watched.
  vi.stubEnv('POWERTOOLS_DEV', 'true').stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'block-iocs');
  const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const logger = functionLogger();
  vi.spyOn(logger, 'info').mockImplementation(() => undefined);
  vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  const metrics = functionMetrics();
  reportResults(results, { logger, metrics });
  return {
    ofInvocation: metrics.serializeMetrics(),
    single: lines.mock.calls.map(([line]) => JSON.parse(String(line))),
  };
}

const done: CommandResult = {
  messageId: 'message-1',
  kind: 'done',
  outcome: {
    requestId: deriveRequestId('test', '1'),
    part: 0,
    connection: connectionNameSchema.parse('splunk'),
    organisation: organisationNameSchema.parse('main'),
    destinationList: { name: destinationListNameSchema.parse('soc-block'), id: 7001234 },
    receivedAt: '2026-11-22T03:00:00.000Z',
    completedAt: '2026-11-22T03:00:05.000Z',
    indicators: [
      { value: 'a.example', type: 'domain', status: 'enforced', verifiedAt: '2026-11-22T03:00:04.000Z' },
      { value: 'b.example', type: 'domain', status: 'held', reason: 'shared-hosting' },
      { value: 'c.example', type: 'domain', status: 'held', reason: 'shared-hosting' },
    ],
  },
};

it('counts indicators by how they ended, and tells the time to block by connection', () => {
  const { ofInvocation, single } = report([done]);
  expect(ofInvocation).toMatchObject({ 'Indicators:enforced': 1, 'Indicators:held': 2 });
  expect(single).toMatchObject([{ service: 'block-iocs', connection: 'splunk', TimeToBlock: 4_000 }]);
});

it('tells the time of what came as an event of its own too', () => {
  if (done.kind !== 'done') throw new Error('it is done');
  const { connection: _connection, ...outcome } = done.outcome;
  expect(report([{ ...done, outcome }]).single).toMatchObject([{ connection: 'AWS event' }]);
});

it('counts messages that go back, and no time for them', () => {
  const cause = new RetryLater('429');
  const { ofInvocation, single } = report([
    { messageId: 'message-2', kind: 'return', retryAfterSeconds: 5, cause },
    { messageId: 'message-3', kind: 'repeat' },
  ]);
  expect(ofInvocation).toMatchObject({ MessagesGivenBack: 1 });
  expect(single).toEqual([]);
});
