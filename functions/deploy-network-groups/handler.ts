import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { documentClient, eventBridgeClient, functionClient } from '#shared/aws/clients.ts';
import { eventBridgePublisher } from '#shared/aws/event-bridge-publisher.ts';
import { invokedComparison } from '#shared/aws/invoked-comparison.ts';
import { tableDeploymentRecords } from '#shared/aws/table/deployment-records.ts';
import { keys } from '#shared/aws/table/keys.ts';
import { LeaseLock } from '#shared/aws/table/lease-lock.ts';
import { deployNetworkGroups } from '#shared/cisco/deploy-network-groups.ts';
import { type OrganisationFirewalls, organisationFirewalls } from '#shared/cisco/organisation-firewalls.ts';
import type { OrganisationName } from '#shared/config/names.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import { deployAndTell } from '#shared/firewalls/deploy-and-tell.ts';
import type { DeployingOrganisation } from '#shared/firewalls/deploying-organisation.ts';
import { firewallTokens } from '#shared/lambda/cloud-tokens.ts';
import { readConfiguration } from '#shared/lambda/configuration.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { functionLogger } from '#shared/lambda/logger.ts';
import { functionMetrics } from '#shared/lambda/metrics.ts';
import { middlewareStack } from '#shared/lambda/middleware-stack.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { organisationsToDeploy } from './organisations-to-deploy.ts';
import { reportDeployments } from './report-deployments.ts';

/** For so long a run waits for ends, in milliseconds: then it makes room for the next, which goes on. */
const waitsAtMostMilliseconds = 4 * 60_000;

/** Kept free of calls to Cisco for telling what came to an end, in milliseconds. */
const reserveMilliseconds = 15_000;

/** By so much the lock outlasts the invocation, in milliseconds. */
const lockMarginMilliseconds = 5_000;

const environment = readEnvironment('deploy-network-groups');
const configuration = readConfiguration();
const observability = { logger: functionLogger(), metrics: functionMetrics() };
const { logger } = observability;
const time = { clock: systemClock, sleep: realSleep };
const table = { documents: documentClient(), tableName: environment.TABLE_NAME };
const lock = new LeaseLock({ ...table, clock: systemClock });
const events = eventBridgePublisher({ client: eventBridgeClient(), busName: environment.EVENT_BUS_NAME });
const compare = invokedComparison(functionClient(), environment.RECONCILE_FUNCTION_NAME);
const tokens = firewallTokens(environment);
const deploymentRecordsOf = (organisation: OrganisationName) =>
  tableDeploymentRecords({ ...table, organisation });

/**
 * Called every few minutes by a schedule. An organisation whose firewalls cannot be reached holds up no other; failing
 * in the end is what brings the schedule's retries and its alarm.
 */
export const handler = middlewareStack<unknown, void>(observability).handler(
  async (_event: unknown, context: Context) => {
    const beganAt = systemClock.now().getTime();
    const remaining = context.getRemainingTimeInMillis();
    const signal = AbortSignal.timeout(Math.max(1, remaining - reserveMilliseconds));
    const until = new Date(beganAt + Math.min(waitsAtMostMilliseconds, remaining - reserveMilliseconds));
    const leaseUntil = new Date(beganAt + remaining + lockMarginMilliseconds);
    const firewalls = organisationFirewalls({
      ...{ configuration, tokens, deploymentRecordsOf, signal, ...time },
      random: Math.random,
    });
    const failed: OrganisationName[] = [];

    await Promise.all(
      organisationsToDeploy(configuration).map(async (organisation) => {
        const { name } = organisation;
        const answer = await lock.tryAcquire(keys.groupDeployer(name), leaseUntil);
        if (answer.kind === 'held') {
          logger.info('Another run is deploying', { organisation: name, until: answer.until });
          return;
        }
        try {
          await deploy(organisation, firewalls, until);
        } catch (error) {
          logger.error('Network groups could not be deployed', { organisation: name, error });
          failed.push(name);
        } finally {
          await lock.release(answer.lease);
        }
      }),
    );
    if (failed.length > 0) throw new RetryLater(`Network groups were not deployed in ${failed.join(', ')}.`);
  },
);

async function deploy(
  organisation: DeployingOrganisation,
  firewalls: OrganisationFirewalls,
  until: Date,
): Promise<void> {
  const { name } = organisation;
  const deployments = firewalls.firewallDeployments(name);
  if (!deployments) {
    throw new ConfigurationProblem(
      `Organisation ${name} has a network group with "deploy": "auto" and no "firewallManager". Add it and deploy again.`,
    );
  }
  const usages = firewalls.groupUsages(name);
  await deployAndTell(
    organisation,
    (records) =>
      deployNetworkGroups(
        name,
        {
          configuration,
          clouds: firewalls,
          ports: { usages, deployments, records, clock: systemClock, newDeploymentId: randomUUID },
        },
        until,
      ),
    {
      records: deploymentRecordsOf(name),
      events,
      compare,
      listener: reportDeployments(name, observability),
    },
  );
}
