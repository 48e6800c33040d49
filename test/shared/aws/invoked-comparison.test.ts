import { LambdaClient } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { invokedComparison } from '#shared/aws/invoked-comparison.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { answer, type Reaction, startHttpTestServer } from '../cisco/http-test-server.ts';

const destination = destinationListNameSchema.parse('firewalls');

async function comparisonAnswered(reaction: Reaction) {
  const server = await startHttpTestServer(() => reaction);
  const client = new LambdaClient({
    endpoint: server.url.origin,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return { compare: invokedComparison(client, 'reconcile-lists'), server };
}

describe('a comparison that is asked for', () => {
  it('is asked for one destination, and nobody waits for its end', async () => {
    const { compare, server } = await comparisonAnswered(answer(202));

    await compare(destination);

    expect(
      server.calls.map(({ path, headers, body }) => [path, headers['x-amz-invocation-type'], body]),
    ).toEqual([
      ['/2015-03-31/functions/reconcile-lists/invocations', 'Event', '{"destinationList":"firewalls"}'],
    ]);
  });

  it('and is not taken is not passed over', async () => {
    const { compare } = await comparisonAnswered(answer(500));
    await expect(compare(destination)).rejects.toThrow();
  });
});
