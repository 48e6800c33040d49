import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import type { AutomationFunction } from '../constructs/automation-function.ts';
import { CommandQueue } from '../constructs/command-queue.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { OperationsDashboard } from '../constructs/operations-dashboard.ts';
import { WebhookApi } from '../constructs/webhook-api.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import { AnnounceApprovalsFunction } from '../functions/announce-approvals.ts';
import { AnnouncePeopleChangesFunction } from '../functions/announce-people-changes.ts';
import { BlockIocsFunction } from '../functions/block-iocs.ts';
import { CheckCredentialsFunction } from '../functions/check-credentials.ts';
import { configuredFunctions } from '../functions/configured-functions.ts';
import { DecideApprovalsFunction } from '../functions/decide-approvals.ts';
import { DeployNetworkGroupsFunction } from '../functions/deploy-network-groups.ts';
import { EnrichIocsFunction } from '../functions/enrich-iocs.ts';
import { ExpireBlocksFunction } from '../functions/expire-blocks.ts';
import { MintSecureAccessTokenFunction } from '../functions/mint-secure-access-token.ts';
import { QueryRequestsFunction } from '../functions/query-requests.ts';
import { ReceiveFindingFunction } from '../functions/receive-finding.ts';
import { ReceiveWebhookFunction } from '../functions/receive-webhook.ts';
import { ReconcileListsFunction } from '../functions/reconcile-lists.ts';
import { RefreshGuardListsFunction } from '../functions/refresh-guard-lists.ts';
import { ReleaseBlocksFunction } from '../functions/release-blocks.ts';
import { RequestReleaseFunction } from '../functions/request-release.ts';
import { RotateFirewallManagerTokenFunction } from '../functions/rotate-firewall-manager-token.ts';
import { RotateLogBucketKeyFunction } from '../functions/rotate-log-bucket-key.ts';
import { RotateSccTokenFunction } from '../functions/rotate-scc-token.ts';
import { RotateSecureAccessKeyFunction } from '../functions/rotate-secure-access-key.ts';
import { WriteBackIntelligenceFunction } from '../functions/write-back-intelligence.ts';
import type { Deployment } from './deployment.ts';
import { organisationFunctions } from './organisation-functions.ts';
import { functionOutputs, queueOutputs, secretOutputs } from './outputs.ts';
import { peopleFunctions } from './people-functions.ts';
import type { StateStack } from './state-stack.ts';

/** What acts: functions with their triggers, queues and alarms, and the API. Can be removed and deployed again. */
export class AutomationsStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    deployment: Deployment,
    { state, ...props }: StackProps & { state: StateStack },
  ) {
    super(scope, id, props);
    const { configuration, safeguards } = deployment;

    const alarmTopic = new AlarmTopic(this, 'Alarms', {
      stage: configuration.stage,
      key: state.key,
      requireTls: safeguards.requireTls,
      email: configuration.alarmEmail,
    });

    const mint = new MintSecureAccessTokenFunction(this, deployment, { state, alarmTopic });
    const minter = mint.lambda;
    const block = new BlockIocsFunction(this, deployment, { state, alarmTopic, minter });
    const receive = new ReceiveWebhookFunction(this, deployment, { state });
    const query = new QueryRequestsFunction(this, deployment, { state });
    const requestRelease = new RequestReleaseFunction(this, deployment, { state });
    const decide = new DecideApprovalsFunction(this, deployment, { state });
    const release = new ReleaseBlocksFunction(this, deployment, { state, alarmTopic, minter });
    const expire = new ExpireBlocksFunction(this, deployment, { state, alarmTopic, minter });
    const reconcile = new ReconcileListsFunction(this, deployment, { state, alarmTopic, minter });
    const check = new CheckCredentialsFunction(this, deployment, { state, alarmTopic, minter });

    const rotators: AutomationFunction[] = [];
    const configured = configuredFunctions(configuration);
    if (configured.has('rotate-scc-token')) {
      rotators.push(new RotateSccTokenFunction(this, deployment, { state, alarmTopic }));
    }
    if (configured.has('rotate-secure-access-key')) {
      rotators.push(new RotateSecureAccessKeyFunction(this, deployment, { state, alarmTopic }));
    }
    if (configured.has('rotate-firewall-manager-token')) {
      rotators.push(new RotateFirewallManagerTokenFunction(this, deployment, { state, alarmTopic }));
    }
    if (configured.has('rotate-log-bucket-key')) {
      rotators.push(new RotateLogBucketKeyFunction(this, deployment, { state, alarmTopic, minter }));
    }

    const others: AutomationFunction[] = [];
    if (configured.has('refresh-guard-lists')) {
      others.push(new RefreshGuardListsFunction(this, deployment, { state, alarmTopic }));
    }
    const queues: Record<string, CommandQueue | WorkQueue> = {
      Block: block.commands,
      Release: release.commands,
    };
    if (configured.has('enrich-iocs')) {
      const enrich = new EnrichIocsFunction(this, deployment, { state, alarmTopic });
      queues.Enrich = enrich.commands;
      queues.UrgentEnrich = enrich.urgentCommands;
      others.push(enrich);
    }
    if (configured.has('write-back-intelligence')) {
      const writeBack = new WriteBackIntelligenceFunction(this, deployment, { state, alarmTopic });
      queues.WriteBack = writeBack.results;
      others.push(writeBack);
    }
    if (configured.has('receive-finding')) {
      others.push(new ReceiveFindingFunction(this, deployment, { state, alarmTopic }));
    }

    if (configured.has('deploy-network-groups')) {
      const common = { state, alarmTopic, reconcile: reconcile.lambda };
      others.push(new DeployNetworkGroupsFunction(this, deployment, common));
    }

    const { peopleFiles } = state;
    const people =
      peopleFiles && peopleFunctions(this, deployment, { state, files: peopleFiles, alarmTopic, minter });
    if (people) {
      queues.PlanPeople = people.tasks.plan;
      queues.Onboard = people.tasks.onboard;
      queues.Offboard = people.tasks.offboard;
      others.push(...people.all);
    }

    const organisations = organisationFunctions(this, deployment, { state, alarmTopic });
    if (organisations) {
      queues.OnboardOrganisation = organisations.onboard.orders;
      others.push(...organisations.all);
    }

    const api = new WebhookApi(this, 'WebhookApi', {
      configuration,
      key: state.key,
      receiveWebhook: receive.lambda,
      queryRequests: query.lambda,
      requestRelease: requestRelease.lambda,
      decideApprovals: decide.lambda,
      people: people && {
        receive: people.receive?.lambda,
        query: people.query.lambda,
        change: people.change.lambda,
      },
      organisations: organisations && {
        query: organisations.query.lambda,
        request: organisations.request.lambda,
        hasSources: Object.keys(state.secrets.organisationSources).length > 0,
      },
    });
    const announce = new AnnounceApprovalsFunction(this, deployment, {
      state,
      alarmTopic,
      apiUrl: api.url,
    });
    if (people) {
      const { topic } = announce;
      others.push(new AnnouncePeopleChangesFunction(this, deployment, { state, alarmTopic, topic }));
    }

    new OperationsDashboard(this, 'Dashboard', {
      stage: configuration.stage,
      apiId: api.apiId,
      queues: Object.values(queues).map(
        (queue) => (queue instanceof CommandQueue ? queue.work : queue).queue,
      ),
      deadLetters: this.node.findAll().filter((construct) => construct instanceof DeadLetterQueue),
    });

    this.tell({
      ApiUrl: api.url,
      TableName: state.table.tableName,
      EventBusName: state.bus.eventBusName,
      AlarmTopicArn: alarmTopic.topicArn,
      ApprovalsTopicArn: announce.topic.topicArn,
      ...(peopleFiles && { PeopleFilesBucketName: peopleFiles.bucketName }),
      ...queueOutputs(queues),
      ...functionOutputs([
        mint,
        block,
        receive,
        query,
        requestRelease,
        release,
        expire,
        reconcile,
        decide,
        announce,
        check,
        ...rotators,
        ...others,
      ]),
      ...secretOutputs(state.secrets),
    });
  }

  /** Prints values at the end of a deployment and keeps them with the stack. */
  private tell(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
