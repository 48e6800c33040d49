import { z } from 'zod';
import type { Deployment } from '../../../firewalls/deployment.ts';
import type { FirewallUid } from '../../../firewalls/firewall.ts';
import type { DeploymentEnd, FirewallDeployments } from '../../../firewalls/firewall-deployments.ts';
import type { NonEmptyArray } from '../../../non-empty.ts';
import { pathSegment } from '../../http/path-segment.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import {
  defaultPatience,
  followTransaction,
  type Transaction,
  type TransactionEnd,
  transactionSchema,
  type Waiting,
} from '../transactions.ts';
import { type DeploymentRun, endOnFirewall, readDeploymentRuns } from './deployment-runs.ts';
import { mostFtdsPerDeployment, startDeployment } from './start-deployment.ts';

/** By so much the clocks of the cloud and of ours may differ, in milliseconds. */
const clockSkewMilliseconds = 60_000;

/** Nothing when the record is gone, two hours after its last change. */
const foundTransactionSchema = transactionSchema.or(
  z.object({ errorCode: z.string() }).transform(() => undefined),
);

/** Deployments through Firewall Manager. A deployment is named by its transaction. */
export function firewallManagerDeployments({
  client,
  clock,
  sleep,
  patience = defaultPatience,
}: { client: FirewallManagerClient } & Waiting): FirewallDeployments {
  return {
    mostFirewallsPerDeployment: mostFtdsPerDeployment,
    async start(firewalls, deploymentId) {
      const { transactionUid } = await startDeployment(client, firewalls, descriptionOf(deploymentId));
      return transactionUid;
    },
    async find(deployment) {
      const run = (await readDeploymentRuns(client)).find((candidate) => isRunOf(deployment, candidate));
      return run?.transactionUid ?? undefined;
    },
    async end(reference, firewallUids, until) {
      const transaction = await readTransaction(client, reference);
      const atMostMilliseconds = until.getTime() - clock.now().getTime();
      const wait = { clock, sleep, patience: { ...patience, atMostMilliseconds } };
      const end = transaction && (await followTransaction(client, transaction, wait));
      if (end?.result === 'still-running') return all(firewallUids, () => ({ kind: 'still-running' }));
      // A transaction that is done says nothing of one firewall among several, and one that is gone says nothing at all.
      const runs = await readDeploymentRuns(client);
      const run = runs.find(({ transactionUid }) => transactionUid === reference);
      return all(firewallUids, (uid) => (run ? endOnFirewall(run, uid) : endWithoutRun(end)));
    },
  };
}

function descriptionOf(deploymentId: string): string {
  return `Blocked addresses, deployment ${deploymentId}`;
}

/** A deployment to an ASA carries no text of ours, so there it is found by firewall and time. */
function isRunOf({ deploymentId, firewall, askedAt }: Deployment, run: DeploymentRun): boolean {
  if (run.description?.includes(deploymentId)) return true;
  const submittedAt = run.submissionTime?.getTime() ?? 0;
  const isSince = submittedAt >= askedAt.getTime() - clockSkewMilliseconds;
  return firewall.deployed === 'alone' && isSince && (run.deviceUids?.includes(firewall.uid) ?? false);
}

function readTransaction(
  client: FirewallManagerClient,
  transactionUid: string,
): Promise<Transaction | undefined> {
  const call = {
    method: 'GET',
    path: `v1/transactions/${pathSegment(transactionUid)}`,
    repetition: 'repeatable',
    expected: [200, 202, 404],
  } as const;
  return client.send(call, foundTransactionSchema);
}

function endWithoutRun(end: TransactionEnd | undefined): DeploymentEnd {
  switch (end?.result) {
    case 'done':
      return { kind: 'done' };
    case 'failed':
      return { kind: 'failed', reason: end.reason };
    default:
      return { kind: 'unknown' };
  }
}

function all(
  firewallUids: NonEmptyArray<FirewallUid>,
  endOf: (uid: FirewallUid) => DeploymentEnd,
): ReadonlyMap<FirewallUid, DeploymentEnd> {
  return new Map(firewallUids.map((uid) => [uid, endOf(uid)]));
}
