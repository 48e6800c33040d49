import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { acknowledge } from './acknowledge.ts';
import { addOrganisationRoutes, type OrganisationApiFunctions } from './organisation-routes.ts';
import { addPeopleRoutes, type PeopleApiFunctions } from './people-routes.ts';
import { resourceName } from './resource-name.ts';

export interface WebhookApiProps {
  readonly configuration: DeploymentConfiguration;
  readonly key: IKey;
  /** Answers senders. */
  readonly receiveWebhook: IFunction;
  /** Answers operators. */
  readonly queryRequests: IFunction;
  /** Takes operators' releases and rollbacks. */
  readonly requestRelease: IFunction;
  /** Shows the approval page, and takes decisions. */
  readonly decideApprovals: IFunction;
  /** Where people are configured. */
  readonly people: PeopleApiFunctions | undefined;
  /** Where organisations may be made. */
  readonly organisations: OrganisationApiFunctions | undefined;
}

/** The only door from outside: senders knock at `/webhooks`, operators with IAM credentials at the rest. */
export class WebhookApi extends Construct {
  readonly apiId: string;
  /** Without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: WebhookApiProps) {
    super(scope, id);
    const { stage, limits, logRetentionDays } = props.configuration;

    const api = new HttpApi(this, 'Api', {
      apiName: resourceName(stage, 'api'),
      description: 'Webhooks in, status of requests and indicators out',
      createDefaultStage: false,
    });

    const webhooks = new HttpLambdaIntegration('ReceiveWebhook', props.receiveWebhook);
    const schemes = new Set(
      Object.values(props.configuration.connections).map(({ authentication }) => authentication.scheme),
    );
    const webhookRoutes = [
      '/webhooks/{connection}',
      // For senders that can send nothing but an address.
      ...(schemes.has('url-secret') ? ['/webhooks/{connection}/{secret}'] : []),
    ].flatMap((path) =>
      // Any method, so that a wrong one gets the function's explanation instead of a bare 404.
      api.addRoutes({ path, methods: [HttpMethod.ANY], integration: webhooks }),
    );
    for (const route of webhookRoutes) {
      acknowledge(route, {
        'AwsSolutions-APIG4':
          'Each connection proves itself inside the function: a signature covers the raw body, which an authoriser never sees.',
      });
    }

    if (schemes.has('aws-iam')) {
      api.addRoutes({
        path: '/aws-webhooks/{connection}',
        methods: [HttpMethod.POST],
        integration: webhooks,
        authorizer: new HttpIamAuthorizer(),
      });
    }

    const queries = new HttpLambdaIntegration('QueryRequests', props.queryRequests);
    const releases = new HttpLambdaIntegration('RequestRelease', props.requestRelease);
    const decisions = new HttpLambdaIntegration('DecideApprovals', props.decideApprovals);
    for (const { method, path, integration } of [
      { method: HttpMethod.GET, path: '/requests/{requestId}', integration: queries },
      { method: HttpMethod.GET, path: '/indicators/{type}/{value+}', integration: queries },
      { method: HttpMethod.DELETE, path: '/indicators/{type}/{value+}', integration: releases },
      { method: HttpMethod.POST, path: '/requests/{requestId}/rollback', integration: releases },
      { method: HttpMethod.POST, path: '/requests/{requestId}/approve', integration: decisions },
      { method: HttpMethod.POST, path: '/requests/{requestId}/reject', integration: decisions },
    ]) {
      api.addRoutes({ path, methods: [method], integration, authorizer: new HttpIamAuthorizer() });
    }

    if (props.people) addPeopleRoutes(api, props.people);
    if (props.organisations) addOrganisationRoutes(api, props.organisations);

    const approvalPage = api.addRoutes({
      path: '/approvals/{token}',
      methods: [HttpMethod.ANY],
      integration: decisions,
    });
    for (const route of approvalPage) {
      acknowledge(route, {
        'AwsSolutions-APIG4': 'The signed, single-use link is the key: whoever got the message decides.',
      });
    }

    const accessLog = new LogGroup(this, 'AccessLog', {
      // API Gateway extends the account's log policy for every other name, until that is full.
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
      logGroupName: `/aws/vendedlogs/scc-automations/${stage}/api`,
      encryptionKey: props.key,
      retention: logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const apiStage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: limits.requestsPerSecond, burstLimit: limits.requestBurst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogEntry)),
      },
    });
    acknowledge(apiStage, {
      'Serverless-APIGWXrayEnabled':
        'HTTP APIs have no tracing; the access log and the functions share the request id.',
    });
    this.apiId = api.apiId;
    this.url = api.apiEndpoint;
  }
}

/**
 * What is logged of each request. Neither path, query string nor headers: senders put secrets there.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const accessLogEntry = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  sourceIp: '$context.identity.sourceIp',
  callerArn: '$context.identity.userArn',
  responseBytes: '$context.responseLength',
  latencyMilliseconds: '$context.responseLatency',
  integrationLatencyMilliseconds: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  error: '$context.error.message',
};
