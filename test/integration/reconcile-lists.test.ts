import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ReconciliationReport,
  reconciliationReportSchema,
} from '#shared/iocs/reconciliation/reconciliation-report.ts';
import { DeployedSystem, newDomains } from './deployed-system.ts';

const system = new DeployedSystem();
const functions = new LambdaClient({
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
});

async function reconcile(destinationList: string): Promise<ReconciliationReport> {
  const answer = await functions.send(
    new InvokeCommand({
      FunctionName: system.stack.functions['reconcile-lists'],
      Payload: JSON.stringify({ destinationList }),
    }),
  );
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  expect(answer.FunctionError, text).toBeUndefined();
  return reconciliationReportSchema.parse(JSON.parse(text));
}

beforeEach(() => system.simulator.forget());

describe('the deployed comparison of a list with the ledger', () => {
  it('learns the ids of what was blocked, finds nothing more to do the next time, and writes nothing there', async () => {
    const { requestId } = await system.accepted('trial-feed', newDomains(3));
    await system.settled(requestId);
    await system.simulator.forget();

    const first = await reconcile('unused');
    const second = await reconcile('unused');

    expect(first.lists).toMatchObject([
      {
        destinationList: 'unused',
        outcome: 'complete',
        enforcement: 'not-enforced',
        drift: { removedByHand: 0, takenOver: 0, unknownButOurs: 0 },
      },
    ]);
    expect(second.lists).toMatchObject([{ outcome: 'complete', rowsPutRight: 0 }]);
    const writes = (await system.simulator.log()).filter(
      ({ method, path }) => method !== 'GET' && path.startsWith('/policies'),
    );
    expect(writes).toEqual([]);
  });
});
