import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { grantsOf } from '../policies.ts';
import { exampleConfiguration, synthesise } from '../synthesise.ts';

const functionSchema = z.object({ Properties: z.object({ FunctionName: z.string() }) });

const connectionsThatBlock = Object.fromEntries(
  Object.entries(exampleConfiguration.connections)
    .filter(([, { action }]) => action === 'block')
    .map(([name, sender]) => [name, { ...sender, destinationLists: ['soc-block'], routes: undefined }]),
);

const { automations, state } = synthesise(
  'account',
  deploymentConfigurationSchema.parse({
    ...exampleConfiguration,
    stage: 'other',
    limits: { requestsPerSecond: 7, requestBurst: 9 },
    blocking: { batchWindowSeconds: 0 },
    logRetentionDays: 7,
    alarmEmail: undefined,
    awsFindings: undefined,
    guard: {},
    approvals: {},
    people: undefined,
    organisationOnboarding: undefined,
    networkGroups: {},
    organisations: {
      headquarters: { secureAccess: { edition: 'global' } },
    },
    connections: {
      ...connectionsThatBlock,
      scanner: {
        kind: 'ioc-list',
        authentication: { scheme: 'url-secret', allowedSources: ['198.51.100.0/24'] },
        destinationLists: ['soc-block'],
      },
      workload: {
        kind: 'ioc-list',
        authentication: { scheme: 'aws-iam', callers: ['arn:aws:iam::111122223333:role/soar'] },
        destinationLists: ['soc-block'],
      },
    },
  }),
);

describe('another configuration', () => {
  it('names everything after its stage', () => {
    const text = JSON.stringify([automations.toJSON(), state.toJSON()]);
    expect(text).toContain('scc-automations-other-receive-webhook');
    expect(text).not.toContain('example/');
  });

  it('without a batch window gives Lambda batches that it accepts without one', () => {
    automations.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 0,
    });
  });

  it('sets rate, burst and how long logs are kept', () => {
    automations.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 7, ThrottlingBurstLimit: 9 },
    });
    automations.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 });
  });

  it.each([
    { route: 'ANY /webhooks/{connection}/{secret}', authorisation: 'NONE' },
    { route: 'POST /aws-webhooks/{connection}', authorisation: 'AWS_IAM' },
  ])('has $route, with $authorisation, for the senders that need it', ({ route, authorisation }) => {
    automations.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: route,
      AuthorizationType: authorisation,
    });
  });

  it('logs no path, which may hold a secret', () => {
    const stages = JSON.stringify(automations.findResources('AWS::ApiGatewayV2::Stage'));
    expect(stages).toContain('$context.routeKey');
    expect(stages).not.toContain('$context.path');
  });

  it('keeps no secret for senders that AWS itself believes', () => {
    const secrets = JSON.stringify(state.findResources('AWS::SecretsManager::Secret'));
    expect(secrets).toContain('connections/scanner');
    expect(secrets).not.toContain('connections/workload');
  });

  it('without an alarm address subscribes nobody', () => {
    automations.resourceCountIs('AWS::SNS::Subscription', 0);
    automations.hasResourceProperties('AWS::SNS::Topic', { TopicName: Match.anyValue() });
  });

  it.each(['BlockIocsRole', 'ReleaseBlocksRole', 'ExpireBlocksRole', 'ReconcileListsRole'])(
    'without network groups lets %s near no token but those of Secure Access',
    (role) => {
      const secrets = grantsOf(automations, role).filter(({ action }) =>
        action.startsWith('secretsmanager:'),
      );
      expect(secrets).not.toHaveLength(0);
      for (const { action, resources } of secrets) {
        expect(action).toBe('secretsmanager:GetSecretValue');
        expect(resources).toEqual([expect.stringContaining('SecureAccessAccessTokens')]);
      }
    },
  );

  it('with Secure Access alone has no rotators, no secrets for them and no schedule of Secrets Manager', () => {
    const functions = Object.values(automations.findResources('AWS::Lambda::Function')).map(
      (found) => functionSchema.parse(found).Properties.FunctionName,
    );
    expect(functions.toSorted()).toEqual(
      [
        'announce-approvals',
        'block-iocs',
        'check-credentials',
        'decide-approvals',
        'expire-blocks',
        'mint-secure-access-token',
        'query-requests',
        'receive-webhook',
        'reconcile-lists',
        'release-blocks',
        'request-release',
      ].map((name) => `scc-automations-other-${name}`),
    );
    automations.resourceCountIs('AWS::SecretsManager::RotationSchedule', 0);
    // Of the organisation, of the connections, and the key that signs approval links.
    state.resourceCountIs('AWS::SecretsManager::Secret', 2 + 4 + 1);
  });
});
