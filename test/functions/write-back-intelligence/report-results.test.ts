import { afterEach, expect, it, vi } from 'vitest';
import { reportWriteBack } from '#functions/write-back-intelligence/report-results.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('counts what was written and ended, and tells what waits from what is wrong', () => {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false').stubEnv('POWERTOOLS_SERVICE_NAME', 'write-back');
  const logger = functionLogger();
  const info = vi.spyOn(logger, 'info').mockImplementation(() => undefined);
  const error = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  const metrics = functionMetrics();
  const waits = { kind: 'return', messageId: 'waits', retryAfterSeconds: 60 } as const;

  reportWriteBack(
    [
      { kind: 'done', messageId: 'a', written: 2, expired: 0 },
      { kind: 'done', messageId: 'b', written: 0, expired: 3 },
      { ...waits, cause: new RetryLater('the hour is used up') },
      { ...waits, messageId: 'wrong', cause: new RefusedInput('no event') },
    ],
    { logger, metrics },
  );

  expect(metrics.serializeMetrics()).toMatchObject({
    BlocksWrittenBack: 2,
    JudgementsExpired: 3,
    MessagesGivenBack: [1, 1],
  });
  expect(info).toHaveBeenCalledWith(
    'Message left for later',
    expect.objectContaining({ messageId: 'waits' }),
  );
  expect(info).toHaveBeenCalledWith('Results written back to XDR', { messages: 2, written: 2, expired: 3 });
  expect(error).toHaveBeenCalledExactlyOnceWith(
    'Message given back',
    expect.objectContaining({ messageId: 'wrong' }),
  );
});
