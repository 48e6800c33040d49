import { describe, expect, it } from 'vitest';
import { problemIn } from '#infra/local/function-log.ts';

describe("a line of a function's log", () => {
  it('that tells of an error is shown with everything that caused it', () => {
    const line = JSON.stringify({
      level: 'ERROR',
      message: 'Request failed',
      service: 'receive-webhook',
      error: {
        name: 'RetryLater',
        message: 'EventBridge did not take the events.',
        cause: {
          name: 'AccessDeniedException',
          message: 'User: … is not authorized to perform: events:PutEvents',
        },
      },
    });

    expect(problemIn(line)).toEqual({
      functionName: 'receive-webhook',
      messages: [
        'Request failed',
        'EventBridge did not take the events.',
        'User: … is not authorized to perform: events:PutEvents',
      ],
    });
  });

  it('that warns without an error is shown as it is', () => {
    const line = JSON.stringify({ level: 'WARN', message: 'Lists look odd', service: 'block-iocs' });

    expect(problemIn(line)).toEqual({ functionName: 'block-iocs', messages: ['Lists look odd'] });
  });

  it.each([
    ['is information', JSON.stringify({ level: 'INFO', message: 'Done', service: 'block-iocs' })],
    ['is a metric', JSON.stringify({ _aws: {}, service: 'block-iocs' })],
    ['is no JSON', 'START RequestId: 1 Version: $LATEST'],
  ])('that %s is left out', (_case, line) => {
    expect(problemIn(line)).toBeUndefined();
  });
});
