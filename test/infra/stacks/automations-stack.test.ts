import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { synthesise } from '../synthesise.ts';

const { automations } = synthesise('account');

const everyOrganisation = '{"organisations":"all"}';

const deadLettersSchema = z.object({
  Properties: z.object({ DeadLetterConfig: z.object({ TargetArn: z.unknown() }) }),
});

describe('every function', () => {
  it.each([
    { name: 'receive-webhook', memoryMebibytes: 1_024, timeoutSeconds: 29 },
    { name: 'receive-finding', memoryMebibytes: 512, timeoutSeconds: 30 },
    { name: 'block-iocs', memoryMebibytes: 1_024, timeoutSeconds: 120 },
    { name: 'release-blocks', memoryMebibytes: 512, timeoutSeconds: 600 },
    { name: 'expire-blocks', memoryMebibytes: 512, timeoutSeconds: 900 },
    { name: 'reconcile-lists', memoryMebibytes: 1_024, timeoutSeconds: 900 },
    { name: 'deploy-network-groups', memoryMebibytes: 512, timeoutSeconds: 600 },
    { name: 'refresh-guard-lists', memoryMebibytes: 1_024, timeoutSeconds: 300 },
    { name: 'request-release', memoryMebibytes: 512, timeoutSeconds: 29 },
    { name: 'decide-approvals', memoryMebibytes: 512, timeoutSeconds: 29 },
    { name: 'announce-approvals', memoryMebibytes: 512, timeoutSeconds: 30 },
    { name: 'enrich-iocs', memoryMebibytes: 512, timeoutSeconds: 300 },
    { name: 'write-back-intelligence', memoryMebibytes: 512, timeoutSeconds: 300 },
    { name: 'mint-secure-access-token', memoryMebibytes: 512, timeoutSeconds: 30 },
    { name: 'query-requests', memoryMebibytes: 512, timeoutSeconds: 10 },
    { name: 'receive-people-change', memoryMebibytes: 512, timeoutSeconds: 29 },
    { name: 'plan-people-changes', memoryMebibytes: 1_024, timeoutSeconds: 600 },
    { name: 'onboard-user', memoryMebibytes: 512, timeoutSeconds: 900 },
    { name: 'offboard-user', memoryMebibytes: 512, timeoutSeconds: 900 },
    { name: 'check-invitations', memoryMebibytes: 512, timeoutSeconds: 300 },
    { name: 'announce-people-changes', memoryMebibytes: 512, timeoutSeconds: 30 },
    { name: 'query-people', memoryMebibytes: 512, timeoutSeconds: 29 },
    { name: 'change-people', memoryMebibytes: 512, timeoutSeconds: 29 },
    { name: 'onboard-organisation', memoryMebibytes: 512, timeoutSeconds: 900 },
    { name: 'query-organisations', memoryMebibytes: 512, timeoutSeconds: 29 },
    { name: 'request-organisation', memoryMebibytes: 512, timeoutSeconds: 29 },
    { name: 'check-credentials', memoryMebibytes: 512, timeoutSeconds: 120 },
    { name: 'rotate-scc-token', memoryMebibytes: 512, timeoutSeconds: 120 },
    { name: 'rotate-secure-access-key', memoryMebibytes: 512, timeoutSeconds: 300 },
    { name: 'rotate-firewall-manager-token', memoryMebibytes: 512, timeoutSeconds: 120 },
    { name: 'rotate-log-bucket-key', memoryMebibytes: 512, timeoutSeconds: 120 },
  ])('$name has $memoryMebibytes MiB and $timeoutSeconds s', ({ name, memoryMebibytes, timeoutSeconds }) => {
    automations.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: `scc-automations-example-${name}`,
      MemorySize: memoryMebibytes,
      Timeout: timeoutSeconds,
      Environment: { Variables: { STAGE: 'example', POWERTOOLS_SERVICE_NAME: name } },
    });
  });

  it('runs on Node.js 24 and arm64, with source maps, JSON logs and a log group of its own', () => {
    automations.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: Match.stringLikeRegexp('Log') } },
      Environment: { Variables: Match.objectLike({ NODE_OPTIONS: '--enable-source-maps' }) },
    });
    automations.resourceCountIs('AWS::Lambda::Function', 31);
  });

  it('keeps its log encrypted, for as long as configured', () => {
    automations.allResourcesProperties('AWS::Logs::LogGroup', {
      RetentionInDays: 90,
      KmsKeyId: Match.anyValue(),
    });
    automations.resourceCountIs('AWS::Logs::LogGroup', 32);
  });
});

describe.each([
  {
    events: ['BlockRequested'],
    id: 'BlockRequests',
    queue: 'block',
    workerTimeoutSeconds: 120,
    windowSeconds: 5,
  },
  {
    events: ['ReleaseRequested'],
    id: 'ReleaseRequests',
    queue: 'release',
    workerTimeoutSeconds: 600,
    windowSeconds: 5,
  },
  {
    events: ['EnrichRequested'],
    detail: { urgent: [false, { exists: false }] },
    id: 'EnrichRequests',
    queue: 'enrich',
    workerTimeoutSeconds: 300,
    windowSeconds: 5,
  },
  {
    events: ['EnrichRequested'],
    detail: { urgent: [true] },
    id: 'UrgentEnrichRequests',
    queue: 'enrich-urgent',
    workerTimeoutSeconds: 300,
    windowSeconds: 0,
  },
  {
    events: ['IocBlocked', 'IocReleased'],
    id: 'BlockResults',
    queue: 'write-back',
    workerTimeoutSeconds: 300,
    windowSeconds: 30,
  },
  {
    events: ['OrganisationOnboardRequested'],
    id: 'OrganisationOrders',
    queue: 'onboard-organisation',
    workerTimeoutSeconds: 900,
    windowSeconds: 0,
    tries: 200,
  },
])(
  'events for the queue $queue',
  ({ events, detail, id, queue, workerTimeoutSeconds, windowSeconds, tries = 10 }) => {
    it('go from the bus to their queue, and to a queue with an alarm when that fails', () => {
      automations.hasResourceProperties('AWS::Events::Rule', {
        EventPattern: { 'detail-type': events, ...(detail && { detail }) },
        EventBusName: Match.anyValue(),
        Targets: [
          {
            Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${id}WorkQueue`), 'Arn'] },
            DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${id}Undelivered`), 'Arn'] } },
            Id: Match.anyValue(),
          },
        ],
      });
    });

    it('are gathered for as long as configured and given to two workers at most, which may fail them one by one', () => {
      automations.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${id}WorkQueue`), 'Arn'] },
        BatchSize: windowSeconds === 0 ? 10 : 1_000,
        MaximumBatchingWindowInSeconds: windowSeconds,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 2 },
      });
    });

    it('stay hidden for six times the longest batch, and are tried so often', () => {
      automations.hasResourceProperties('AWS::SQS::Queue', {
        QueueName: `scc-automations-example-${queue}`,
        VisibilityTimeout: 6 * (workerTimeoutSeconds + windowSeconds),
        RedrivePolicy: { maxReceiveCount: tries },
      });
    });
  },
);

describe('held indicators', () => {
  it('are announced by a function that the bus calls, and a failure is kept with an alarm', () => {
    automations.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { 'detail-type': ['ApprovalRequested'] },
      EventBusName: Match.anyValue(),
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('AnnounceApprovalsFunction'), 'Arn'] },
          DeadLetterConfig: {
            Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('FailedAnnouncementsQueue'), 'Arn'] },
          },
        }),
      ],
    });
  });

  it('are told to the configured address through an encrypted topic of their own', () => {
    automations.hasResourceProperties('AWS::SNS::Topic', {
      TopicName: 'scc-automations-example-approvals',
      KmsMasterKeyId: Match.anyValue(),
    });
    automations.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'soc@corp.example',
      TopicArn: { Ref: Match.stringLikeRegexp('^Approvals') },
    });
  });
});

describe('every queue', () => {
  const queues = z
    .record(
      z.string(),
      z.object({ Properties: z.object({ QueueName: z.string(), RedrivePolicy: z.unknown().optional() }) }),
    )
    .parse(automations.findResources('AWS::SQS::Queue'));
  const deadLetterQueues = Object.entries(queues).filter(([, { Properties }]) => !Properties.RedrivePolicy);

  it('is encrypted with the key', () => {
    automations.allResourcesProperties('AWS::SQS::Queue', { KmsMasterKeyId: Match.anyValue() });
  });

  it('refuses calls without TLS', () => {
    for (const id of Object.keys(queues)) {
      automations.hasResourceProperties('AWS::SQS::QueuePolicy', {
        Queues: [{ Ref: id }],
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        },
      });
    }
  });

  it('of work has a dead-letter queue', () => {
    expect(Object.keys(queues).length - deadLetterQueues.length).toBe(9);
    expect(deadLetterQueues.map(([, { Properties }]) => Properties.QueueName).toSorted()).toEqual([
      'scc-automations-example-announce-approvals-dead-letters',
      'scc-automations-example-announce-people-changes-dead-letters',
      'scc-automations-example-block-dead-letters',
      'scc-automations-example-block-undelivered',
      'scc-automations-example-check-credentials-dead-letters',
      'scc-automations-example-check-invitations-dead-letters',
      'scc-automations-example-deploy-network-groups-dead-letters',
      'scc-automations-example-enrich-dead-letters',
      'scc-automations-example-enrich-undelivered',
      'scc-automations-example-enrich-urgent-dead-letters',
      'scc-automations-example-enrich-urgent-undelivered',
      'scc-automations-example-expire-blocks-dead-letters',
      'scc-automations-example-findings-dead-letters',
      'scc-automations-example-mint-dead-letters',
      'scc-automations-example-offboard-dead-letters',
      'scc-automations-example-onboard-dead-letters',
      'scc-automations-example-onboard-organisation-dead-letters',
      'scc-automations-example-onboard-organisation-undelivered',
      'scc-automations-example-people-schedules-dead-letters',
      'scc-automations-example-plan-people-dead-letters',
      'scc-automations-example-plan-people-undelivered',
      'scc-automations-example-reconcile-lists-dead-letters',
      'scc-automations-example-refresh-guard-lists-dead-letters',
      'scc-automations-example-release-dead-letters',
      'scc-automations-example-release-undelivered',
      'scc-automations-example-rotate-firewall-manager-token-dead-letters',
      'scc-automations-example-rotate-log-bucket-key-dead-letters',
      'scc-automations-example-rotate-secure-access-key-dead-letters',
      'scc-automations-example-write-back-dead-letters',
      'scc-automations-example-write-back-undelivered',
    ]);
  });

  it.each(deadLetterQueues)('%s raises an alarm with its first message', (id, { Properties }) => {
    automations.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: Properties.QueueName,
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [id, 'QueueName'] } }],
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^Alarms') }],
    });
  });
});

describe('alarms', () => {
  it('are sent to the configured address through an encrypted topic', () => {
    automations.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    automations.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'soc@corp.example',
    });
  });

  it('may be published by CloudWatch, which the topic would refuse by default once it has a policy', () => {
    automations.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });
});

describe('a deployment to a firewall that fails', () => {
  it('raises an alarm', () => {
    automations.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'scc-automations-example-firewall-deployments-failed',
      Namespace: 'SccAutomations',
      MetricName: 'DeploymentsFailed',
      Dimensions: [
        { Name: 'service', Value: 'deploy-network-groups' },
        { Name: 'stage', Value: 'example' },
      ],
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^Alarms') }],
    });
  });
});

describe('what runs on a schedule', () => {
  it.each([
    { name: 'mint-secure-access-token', every: 'rate(10 minutes)', seconds: 600, input: everyOrganisation },
    { name: 'deploy-network-groups', every: 'rate(5 minutes)', seconds: 300, input: '{}' },
    { name: 'rotate-secure-access-key', every: 'rate(1 day)', seconds: 86_400, input: everyOrganisation },
    {
      name: 'rotate-firewall-manager-token',
      every: 'rate(1 day)',
      seconds: 86_400,
      input: everyOrganisation,
    },
    { name: 'rotate-log-bucket-key', every: 'rate(1 day)', seconds: 86_400, input: everyOrganisation },
    { name: 'check-credentials', every: 'rate(1 day)', seconds: 86_400, input: '{}' },
    { name: 'refresh-guard-lists', every: 'rate(1 day)', seconds: 86_400, input: '{}' },
    { name: 'expire-blocks', every: 'cron(1 * * * ? *)', seconds: 3_600, input: '{}' },
    { name: 'check-invitations', every: 'cron(10 6 * * ? *)', seconds: 3_600, input: '{}' },
    { name: 'reconcile-lists', every: 'cron(30 2 * * ? *)', seconds: 3_600, input: '{}' },
  ])(
    '$name does so at $every, is tried again, and its failed runs are kept',
    ({ name, every, seconds, input }) => {
      const functions = automations.findResources('AWS::Lambda::Function', {
        Properties: { FunctionName: `scc-automations-example-${name}` },
      });
      const [id, lambda] = Object.entries(functions)[0] ?? [];
      const failedRuns = deadLettersSchema.parse(lambda).Properties.DeadLetterConfig.TargetArn;
      automations.hasResourceProperties('AWS::Events::Rule', {
        ScheduleExpression: every,
        Targets: [
          {
            Arn: { 'Fn::GetAtt': [id, 'Arn'] },
            Id: Match.anyValue(),
            Input: input,
            DeadLetterConfig: { Arn: failedRuns },
            RetryPolicy: { MaximumEventAgeInSeconds: seconds, MaximumRetryAttempts: 5 },
          },
        ],
      });
    },
  );
});

describe('the API', () => {
  it.each([
    { route: 'ANY /webhooks/{connection}', authorisation: 'NONE' },
    { route: 'GET /requests/{requestId}', authorisation: 'AWS_IAM' },
    { route: 'GET /indicators/{type}/{value+}', authorisation: 'AWS_IAM' },
    { route: 'DELETE /indicators/{type}/{value+}', authorisation: 'AWS_IAM' },
    { route: 'POST /requests/{requestId}/rollback', authorisation: 'AWS_IAM' },
    { route: 'POST /requests/{requestId}/approve', authorisation: 'AWS_IAM' },
    { route: 'POST /requests/{requestId}/reject', authorisation: 'AWS_IAM' },
    { route: 'ANY /approvals/{token}', authorisation: 'NONE' },
    { route: 'ANY /people-sources/{source}', authorisation: 'NONE' },
    { route: 'ANY /people-sources/{source}/scim/v2/{resource+}', authorisation: 'NONE' },
    { route: 'ANY /organisation-sources/{source}', authorisation: 'NONE' },
    { route: 'GET /organisations', authorisation: 'AWS_IAM' },
    { route: 'GET /organisations/{name}', authorisation: 'AWS_IAM' },
    { route: 'POST /organisations', authorisation: 'AWS_IAM' },
    { route: 'GET /subscriptions', authorisation: 'AWS_IAM' },
    { route: 'GET /people', authorisation: 'AWS_IAM' },
    { route: 'GET /people/{email}', authorisation: 'AWS_IAM' },
    { route: 'GET /people/batches/{batchId}', authorisation: 'AWS_IAM' },
    { route: 'POST /people', authorisation: 'AWS_IAM' },
    { route: 'POST /people/{email}/cancel', authorisation: 'AWS_IAM' },
    { route: 'POST /people/{email}/undo', authorisation: 'AWS_IAM' },
    { route: 'POST /people/batches/{batchId}/approve', authorisation: 'AWS_IAM' },
    { route: 'POST /people/batches/{batchId}/reject', authorisation: 'AWS_IAM' },
  ])('authorises $route with $authorisation', ({ route, authorisation }) => {
    automations.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: route,
      AuthorizationType: authorisation,
    });
  });

  it('has no other route', () => {
    automations.resourceCountIs('AWS::ApiGatewayV2::Route', 23);
  });

  it('is throttled as configured', () => {
    automations.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
  });

  it('logs each request as JSON, without query string or headers', () => {
    const [stage] = Object.values(automations.findResources('AWS::ApiGatewayV2::Stage'));
    const { Format } = z
      .object({ Properties: z.object({ AccessLogSettings: z.object({ Format: z.string() }) }) })
      .parse(stage).Properties.AccessLogSettings;
    const entry = z.record(z.string(), z.string()).parse(JSON.parse(Format));
    expect(entry).toMatchObject({ requestId: '$context.requestId', status: '$context.status' });
    for (const variable of Object.values(entry)) {
      expect(variable).toMatch(/^\$context\./);
      expect(variable).not.toMatch(/query|header|userAgent/i);
    }
  });
});

describe('outputs', () => {
  it.each([
    'AlarmTopicArn',
    'ApiUrl',
    'BlockDeadLetterQueueUrl',
    'BlockIocsFunctionArn',
    'BlockQueueUrl',
    'BlockUndeliveredQueueUrl',
    'CheckCredentialsDeadLetterQueueUrl',
    'CheckCredentialsFunctionArn',
    'EventBusName',
    'MintSecureAccessTokenDeadLetterQueueUrl',
    'MintSecureAccessTokenFunctionArn',
    'QueryRequestsFunctionArn',
    'ReceiveWebhookFunctionArn',
    'RotateFirewallManagerTokenDeadLetterQueueUrl',
    'RotateFirewallManagerTokenFunctionArn',
    'RotateLogBucketKeyDeadLetterQueueUrl',
    'RotateLogBucketKeyFunctionArn',
    'RotateSccTokenFunctionArn',
    'RotateSecureAccessKeyDeadLetterQueueUrl',
    'RotateSecureAccessKeyFunctionArn',
    'TableName',
  ])('tell the %s', (name) => {
    automations.hasOutput(name, { Value: Match.anyValue() });
  });

  it('tell where each secret is to be stored', () => {
    automations.hasOutput('ConnectionSecretNames', {
      Value: JSON.stringify({
        splunk: 'scc-automations/example/connections/splunk',
        'network-detection': 'scc-automations/example/connections/network-detection',
        'threat-intelligence': 'scc-automations/example/connections/threat-intelligence',
        playbooks: 'scc-automations/example/connections/playbooks',
      }),
    });
  });

  it.each([
    { output: 'SecureAccessApiKey', secret: 'secure-access-api-key', owners: ['headquarters', 'branch'] },
    {
      output: 'SecureAccessAccessToken',
      secret: 'secure-access-access-token',
      owners: ['headquarters', 'branch'],
    },
    { output: 'SecureAccessKeyAdminKey', secret: 'secure-access-key-admin-key', owners: ['headquarters'] },
    { output: 'LogBucketKey', secret: 'log-bucket-key', owners: ['headquarters'] },
    { output: 'SccApiKey', secret: 'scc-api-key', owners: ['headquarters', 'branch'] },
    { output: 'SccAccessToken', secret: 'scc-access-token', owners: ['headquarters', 'branch'] },
    { output: 'FirewallManagerToken', secret: 'firewall-manager-token', owners: ['headquarters'] },
    { output: 'XdrClient', secret: 'xdr-client', owners: ['headquarters'] },
  ])('tell where $secret is kept for $owners', ({ output, secret, owners }) => {
    const names = owners.map((owner) => [owner, `scc-automations/example/organisations/${owner}/${secret}`]);
    automations.hasOutput(`${output}SecretNames`, { Value: JSON.stringify(Object.fromEntries(names)) });
  });
});
