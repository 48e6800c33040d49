import type { AutomationFunction } from '../constructs/automation-function.ts';
import { CommandQueue } from '../constructs/command-queue.ts';
import type { DeploymentSecrets } from '../constructs/deployment-secrets.ts';
import type { SecretsByName } from '../constructs/kept-secret.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';

/** `BlockQueueUrl`, and where its failures are. */
export function queueOutputs(
  queues: Readonly<Record<string, CommandQueue | WorkQueue>>,
): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(queues).map(([name, queue]) => {
      const work = queue instanceof CommandQueue ? queue.work : queue;
      return {
        [`${name}QueueUrl`]: work.queue.queueUrl,
        [`${name}DeadLetterQueueUrl`]: work.deadLetters.queueUrl,
        ...(queue instanceof CommandQueue && {
          [`${name}UndeliveredQueueUrl`]: queue.undelivered.queue.queueUrl,
        }),
      };
    }),
  );
}

/** `MintSecureAccessTokenFunctionArn`, and where its failed runs are: `MintSecureAccessTokenDeadLetterQueueUrl`. */
export function functionOutputs(functions: readonly AutomationFunction[]): Record<string, string> {
  return Object.assign(
    {},
    ...functions.map((automation) => ({
      [`${automation.node.id}FunctionArn`]: automation.lambda.functionArn,
      ...(automation instanceof ScheduledFunction && {
        [`${automation.node.id}DeadLetterQueueUrl`]: automation.failedRuns.queue.queueUrl,
      }),
    })),
  );
}

/** `{"splunk":"scc-automations/…/connections/splunk"}` for each kind of secret that there is: where to store what. */
export function secretOutputs(secrets: DeploymentSecrets): Record<string, string> {
  const kinds: Record<string, SecretsByName> = {
    ConnectionSecretNames: secrets.connections,
    SecureAccessApiKeySecretNames: secrets.secureAccessApiKeys,
    SecureAccessAccessTokenSecretNames: secrets.secureAccessAccessTokens,
    SecureAccessKeyAdminKeySecretNames: secrets.secureAccessKeyAdminKeys,
    LogBucketKeySecretNames: secrets.logBucketKeys,
    SccApiKeySecretNames: secrets.sccApiKeys,
    SccAccessTokenSecretNames: secrets.sccAccessTokens,
    FirewallManagerTokenSecretNames: secrets.firewallManagerTokens,
    XdrClientSecretNames: secrets.xdrClients,
    PeopleSourceSecretNames: secrets.peopleSources,
    TicketSystemSecretNames: secrets.ticketSystems,
    ClaimCodeSecretNames: secrets.claimCodes,
    OrganisationSourceSecretNames: secrets.organisationSources,
    ApprovalChatWebhookSecretNames: secrets.approvalChatWebhook,
  };
  const existing = Object.entries(kinds).filter(([, ofKind]) => Object.keys(ofKind).length > 0);
  return Object.fromEntries(
    existing.map(([output, ofKind]) => [
      output,
      JSON.stringify(Object.fromEntries(Object.entries(ofKind).map(([owner, { name }]) => [owner, name]))),
    ]),
  );
}
