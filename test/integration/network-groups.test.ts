import { randomInt } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reconciliationReportSchema } from '#shared/iocs/reconciliation/reconciliation-report.ts';
import { seededNetworkGroup } from '#test/simulators/security-cloud-control/objects/seed-objects.ts';
import { DeployedSystem } from './deployed-system.ts';
import { FirewallRemote } from './firewall-remote.ts';

const system = new DeployedSystem();
const firewall = new FirewallRemote(system, seededNetworkGroup.name);
const functions = new LambdaClient({
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
});

const soon = { timeout: 60_000, interval: 200 };

const indicatorAnswerSchema = z.object({
  blocks: z.array(
    z.looseObject({ status: z.string(), reason: z.string().optional(), because: z.string().optional() }),
  ),
});

/** So many addresses of the Internet; no two calls give the same ones. */
function newAddresses(count: number): string[] {
  const network = `45.${randomInt(100, 200)}.${randomInt(0, 256)}`;
  const first = randomInt(1, 200 - count);
  return Array.from({ length: count }, (_, index) => `${network}.${first + index}`);
}

async function invoke(name: string, event: object): Promise<unknown> {
  const answer = await functions.send(
    new InvokeCommand({ FunctionName: system.stack.functions[name], Payload: JSON.stringify(event) }),
  );
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  expect(answer.FunctionError, text).toBeUndefined();
  return JSON.parse(text || 'null');
}

async function reconcile() {
  const report = await invoke('reconcile-lists', { destinationList: 'firewall-block' });
  return reconciliationReportSchema.parse(report).lists[0];
}

async function block(addresses: readonly string[]) {
  const { requestId } = await system.accepted('firewall-feed', { indicators: addresses });
  return (await system.settled(requestId)).indicators;
}

async function blockOf(address: string) {
  const answer = await system.operatorGet(`/indicators/ipv4/${address}`);
  return indicatorAnswerSchema.parse(await answer.json()).blocks[0];
}

/** One write serves several tests: each is several paced calls to the clouds. */
const [kept = '', deployed = '', released = ''] = newAddresses(3);
let written: Awaited<ReturnType<typeof block>>;

beforeAll(async () => {
  await firewall.deployIn(1);
  written = await block([kept, deployed, released]);
});

describe('addresses that a feed sends to the firewalls', () => {
  it('stand in the group beside what a person put there, and are not called enforced before they are deployed', async () => {
    expect(await firewall.entries()).toEqual(
      expect.arrayContaining([kept, deployed, released, seededNetworkGroup.byHand]),
    );
    const reason = expect.stringMatching(/^awaiting-deployment: /);
    expect(written).toEqual(
      [kept, deployed, released].map((value) =>
        expect.objectContaining({ value, status: 'stored-not-enforced', reason }),
      ),
    );
  });

  it('are taken out when they are released; what a person put beside them stays', async () => {
    const [byHand = ''] = newAddresses(1);
    await firewall.addByHand((await firewall.memberGroup()) ?? seededNetworkGroup.name, byHand);

    const answer = await system.operatorDelete(`/indicators/ipv4/${released}`);

    expect(answer.status).toBe(202);
    await expect.poll(() => blockOf(released), soon).toMatchObject({ status: 'released' });
    const entries = await firewall.entries();
    expect(entries).not.toContain(released);
    expect(entries).toEqual(expect.arrayContaining([kept, byHand, seededNetworkGroup.byHand]));
  });
});

describe('a change that waits for its deployment', () => {
  it('is deployed once, and its blocks are enforced within minutes', async () => {
    await firewall.noticeChange();
    expect(await blockOf(deployed)).toMatchObject({ status: 'stored-not-enforced' });

    await invoke('deploy-network-groups', {});

    // Where the schedule was faster, its run goes on beside this test.
    await expect.poll(() => firewall.pending(), soon).toBe(0);
    await expect.poll(() => blockOf(deployed), soon).toMatchObject({ status: 'enforced' });
    expect(await firewall.deployments()).toEqual(['DEPLOY_COMPLETED']);
  });

  it('is no reason to deploy again where nothing waits', async () => {
    const before = await firewall.deployments();
    await invoke('deploy-network-groups', {});
    expect(await firewall.deployments()).toEqual(before);
  });
});

describe('a rule that lets through what is in the group', () => {
  it('has addresses refused, since to write them would open a door', async () => {
    const [address = ''] = newAddresses(1);
    await firewall.whilePermitted(async () => {
      expect(await reconcile()).toMatchObject({ enforcement: 'unsafe' });

      expect(await block([address])).toMatchObject([
        { status: 'rejected', reason: expect.stringMatching(/^used-by-permit-rule: /) },
      ]);
      expect(await firewall.entries()).not.toContain(address);
    });

    expect(await reconcile()).toMatchObject({ enforcement: 'enforced' });
  });
});
