import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { OrganisationName } from '#shared/config/names.ts';
import type { DeploymentListener } from '#shared/firewalls/deploy-and-tell.ts';
import { deploymentsDoneMetric, deploymentsFailedMetric } from '#shared/firewalls/deployment-metrics.ts';
import { describeDeployment, describeWaiting } from '#shared/firewalls/describe-deployment.ts';
import type { Observability } from '#shared/lambda/middleware-stack.ts';

/** Writes down what becomes of an organisation's deployments: a log line for each firewall, and counts. */
export function reportDeployments(
  organisation: OrganisationName,
  { logger, metrics }: Observability,
): DeploymentListener {
  return {
    ended(deployment) {
      const { firewall, deploymentId, otherChanges, state } = deployment;
      const line = {
        message: describeDeployment(deployment),
        ...{ organisation, firewall, deploymentId, otherChanges, result: state.kind },
      };
      if (state.kind === 'done') {
        logger.info(line);
        metrics.addMetric(deploymentsDoneMetric, MetricUnit.Count, 1);
        return;
      }
      logger.warn(line);
      if (state.kind === 'failed') metrics.addMetric(deploymentsFailedMetric, MetricUnit.Count, 1);
    },
    waits(waiting) {
      const { firewall } = waiting.pending;
      logger.info({
        message: describeWaiting(waiting),
        ...{ organisation, firewall, because: waiting.because.kind },
      });
    },
  };
}
