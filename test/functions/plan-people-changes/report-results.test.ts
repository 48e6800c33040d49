import { afterEach, expect, it, vi } from 'vitest';
import { reportResults } from '#functions/plan-people-changes/report-results.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { batchIdSchema } from '#shared/people/changes/batch-id.ts';
import type { MessageResult } from '#shared/people/planning/plan-messages.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Reports, and gives back the metrics and how many lines of each level were written. */
function report(...results: MessageResult[]) {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'plan-people-changes');
  const logger = functionLogger();
  const info = vi.spyOn(logger, 'info').mockImplementation(() => undefined);
  const warn = vi.spyOn(logger, 'warn').mockImplementation(() => undefined);
  const error = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  const metrics = functionMetrics();
  reportResults(results, { logger, metrics });
  const lines = {
    info: info.mock.calls.length,
    warn: warn.mock.calls.length,
    error: error.mock.calls.length,
  };
  return { metrics: metrics.serializeMetrics(), lines };
}

const batchId = batchIdSchema.parse('bat_0123456789abcdef0123456789abcdef');
const counts = { accepted: 3, held: 2, idle: 7, refused: 1 };

it('counts who was accepted, held and refused', () => {
  const { metrics, lines } = report({
    messageId: 'm',
    kind: 'done',
    outcome: { kind: 'accepted', batchId, counts },
  });
  expect(metrics).toMatchObject({
    PeopleChangesAccepted: 3,
    PeopleChangesHeld: 2,
    PeopleChangesRefused: 1,
  });
  expect(lines).toEqual({ info: 1, warn: 0, error: 0 });
});

it('says that leavers are held because nobody could be asked', () => {
  const factsProblem = new RetryLater('The platform is down.');
  const { lines } = report({
    messageId: 'm',
    kind: 'done',
    outcome: { kind: 'accepted', batchId, counts, factsProblem },
  });
  expect(lines.error).toBe(1);
});

it.each([
  [0, { info: 1, warn: 0, error: 0 }],
  [2, { info: 0, warn: 1, error: 0 }],
])('counts %i tasks that were overdue', (overdueCount, expected) => {
  const { metrics, lines } = report({
    messageId: 'm',
    kind: 'done',
    outcome: { kind: 'swept', setCount: 5, overdueCount },
  });
  expect(metrics).toMatchObject({ PeopleTasksOverdue: overdueCount });
  expect(lines).toEqual(expected);
});

it('counts messages that are given back; to wait is nothing that a person has to look at', () => {
  const { metrics, lines } = report(
    { messageId: 'a', kind: 'return', retryAfterSeconds: 60, cause: new RetryLater('Busy.') },
    { messageId: 'b', kind: 'return', retryAfterSeconds: 0, cause: new RefusedInput('Not understood.') },
  );
  expect(metrics).toMatchObject({ MessagesGivenBack: [1, 1] });
  expect(lines).toEqual({ info: 0, warn: 1, error: 1 });
});
