import { z } from 'zod';
import type { DeploymentEnd } from '../../../firewalls/firewall-deployments.ts';
import { redactVendorText } from '../../http/redact.ts';
import type { FirewallManagerClient } from '../authorised-client.ts';
import { readPages } from '../read-pages.ts';

/** Largest page of runs. */
const largestPage = 200;

const words = z.string().nullish().catch(undefined);

const firewallStatusSchema = z.object({
  uid: words,
  status: words,
  errorMsg: words,
  errorDetails: z
    .array(z.object({ description: words }))
    .nullish()
    .catch(undefined),
});

const runSchema = z.object({
  transactionUid: words,
  description: words,
  deploymentRunStatus: words,
  failureReason: words,
  errorMsg: words,
  submissionTime: z.coerce.date().nullish().catch(undefined),
  deviceUids: z.array(z.string()).nullish(),
  deviceDeploymentStatuses: z.array(firewallStatusSchema).nullish(),
});

/** A deployment as Firewall Manager keeps it, longer than its transaction. */
export type DeploymentRun = z.infer<typeof runSchema>;

/** All that are kept: `GET /v1/inventory/devices/deployments/runs`. In which order they come is not documented. */
export function readDeploymentRuns(client: FirewallManagerClient): Promise<DeploymentRun[]> {
  return readPages(client, 'v1/inventory/devices/deployments/runs', runSchema, largestPage);
}

/** How a run ended on one firewall; pure. What is not said of the firewall is taken from the run. */
export function endOnFirewall(run: DeploymentRun, firewallUid: string): DeploymentEnd {
  const own = run.deviceDeploymentStatuses?.find(({ uid }) => uid === firewallUid);
  switch (own?.status) {
    case 'DONE':
      return { kind: 'done' };
    case 'ERROR':
    case 'SKIPPED':
      return { kind: 'failed', reason: reasonOf(own, run) };
    default:
      return endOfRun(run);
  }
}

function endOfRun(run: DeploymentRun): DeploymentEnd {
  switch (run.deploymentRunStatus) {
    case 'DEPLOY_COMPLETED':
      return { kind: 'done' };
    case 'DEPLOY_FAILED':
      return { kind: 'failed', reason: reasonOf(undefined, run) };
    case undefined:
    case null:
      return { kind: 'unknown' };
    default:
      return { kind: 'still-running' };
  }
}

function reasonOf(own: z.infer<typeof firewallStatusSchema> | undefined, run: DeploymentRun): string {
  const details = (own?.errorDetails ?? []).map(({ description }) => description);
  const said = [own?.status === 'SKIPPED' ? 'skipped' : undefined, own?.errorMsg, ...details];
  const text = said.some(Boolean) ? said : [run.failureReason, run.errorMsg];
  return redactVendorText(text.filter(Boolean).join(': ')) || 'Firewall Manager gives no reason';
}
