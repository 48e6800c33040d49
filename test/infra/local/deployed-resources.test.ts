import { describe, expect, it } from 'vitest';
import { resourcesFrom } from '#infra/local/deployed-resources.ts';
import { reachableApiUrl } from '#infra/local/describe-local-stack.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

describe('what the deployed stacks tell about themselves', () => {
  it('is sorted by the names of the outputs', () => {
    expect(
      resourcesFrom({
        ApiUrl: 'http://abc.execute-api.localhost:4566',
        TableName: 'table',
        EventBusName: 'bus',
        BlockQueueUrl: 'http://localhost:4566/000000000000/block',
        BlockDeadLetterQueueUrl: 'http://localhost:4566/000000000000/block-dead-letters',
        ReceiveWebhookFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:receive-webhook',
        ConnectionSecretNames: '{"splunk":"connections/splunk"}',
        AlarmTopicArn: 'arn:aws:sns:us-east-1:000000000000:alarms',
      }),
    ).toEqual({
      apiUrl: 'http://abc.execute-api.localhost:4566',
      table: 'table',
      bus: 'bus',
      functions: { 'receive-webhook': 'arn:aws:lambda:us-east-1:000000000000:function:receive-webhook' },
      queues: {
        block: 'http://localhost:4566/000000000000/block',
        'block-dead-letter': 'http://localhost:4566/000000000000/block-dead-letters',
      },
      secrets: { connection: { splunk: 'connections/splunk' } },
    });
  });

  it('is refused when an output is missing, with the ones that there are', () => {
    expect(() => resourcesFrom({ TableName: 'table' })).toThrow(
      new ConfigurationProblem(
        'The deployed stacks have no output ApiUrl, only: TableName. Give the stack that owns it such an output.',
      ),
    );
  });

  it('leads to the API through an address that resolves everywhere', () => {
    expect(reachableApiUrl('http://localhost:4567', 'http://ab12cd34.execute-api.localhost:4567')).toBe(
      'http://localhost:4567/_aws/execute-api/ab12cd34',
    );
  });
});
