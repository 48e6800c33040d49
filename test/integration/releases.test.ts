import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { blocksOfListIndex, keys } from '#shared/aws/table/keys.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { indicatorSchema } from '#shared/iocs/indicator.ts';
import { DeployedSystem, newDomains } from './deployed-system.ts';

const system = new DeployedSystem();
const account = {
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
};
const documents = DynamoDBDocumentClient.from(new DynamoDBClient(account));
const functions = new LambdaClient(account);

/** The list of the connection `ioc-list` at the simulated cloud. */
const listId = 7001234;

const indicatorAnswerSchema = z.object({
  blocks: z.array(z.looseObject({ status: z.string(), because: z.string().optional() })),
});

async function blockOf(value: string) {
  const answer = await system.operatorGet(`/indicators/domain/${value}`);
  return indicatorAnswerSchema.parse(await answer.json()).blocks[0];
}

async function blocked(count: number): Promise<{ requestId: string; values: string[] }> {
  const body = newDomains(count);
  const { requestId } = await system.accepted('ioc-list', body);
  await system.settled(requestId);
  return { requestId, values: body.indicators };
}

const onList = async (values: readonly string[]) => {
  const standing = await system.simulator.destinations(listId);
  return values.filter((value) => standing.has(value));
};

beforeEach(() => system.simulator.forget());

describe('what ends a block on the deployed stack', () => {
  it('is an operator who releases it; reported again, it waits for a person', async () => {
    const { values } = await blocked(2);
    const [released = '', kept = ''] = values;

    const answer = await system.operatorDelete(`/indicators/domain/${released}`);

    expect(answer.status).toBe(202);
    await expect.poll(() => blockOf(released), { timeout: 30_000 }).toMatchObject({ status: 'released' });
    expect(await onList(values)).toEqual([kept]);
    const again = await system.accepted('ioc-list', { indicators: [released] });
    expect((await system.settled(again.requestId)).indicators).toMatchObject([
      { status: 'held', reason: 'released-by-a-person' },
    ]);
  });

  it('is the rollback of its request, but not of what another request asked for too', async () => {
    const { requestId, values } = await blocked(3);
    const [shared = '', ...alone] = values;
    const other = await system.accepted('ioc-list', { indicators: [shared] });
    await system.settled(other.requestId);

    const answer = await system.operatorPost(`/requests/${requestId}/rollback`);

    expect(answer.status).toBe(202);
    await expect.poll(() => onList(values), { timeout: 30_000 }).toEqual([shared]);
    for (const value of alone) {
      await expect.poll(() => blockOf(value)).toMatchObject({ because: 'request-rolled-back' });
    }
  });

  it('is the end of its lease, at the next full hour', async () => {
    const { values } = await blocked(2);
    const [ended = '', lasting = ''] = values;
    const { pk, sk } = keys.block(
      indicatorSchema.parse({ type: 'domain', value: ended }),
      destinationListNameSchema.parse('soc-block'),
    );
    const past = new Date(Date.now() - 3_600_000).toISOString();
    await documents.send(
      new UpdateCommand({
        TableName: system.stack.table,
        Key: { pk, sk },
        UpdateExpression: `SET leaseUntil = :past, ${blocksOfListIndex.sortKey} = :past`,
        ExpressionAttributeValues: { ':past': past },
      }),
    );

    const run = await functions.send(
      new InvokeCommand({ FunctionName: system.stack.functions['expire-blocks'], Payload: '{}' }),
    );

    expect(run.FunctionError, Buffer.from(run.Payload ?? []).toString('utf8')).toBeUndefined();
    expect(await blockOf(ended)).toMatchObject({ status: 'released', because: 'lease-ended' });
    expect(await onList([ended, lasting])).toEqual([lasting]);
  });
});
