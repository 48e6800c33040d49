import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from './acknowledge.ts';

/** What stands behind the routes about organisations. */
export interface OrganisationApiFunctions {
  /** Answers operators. */
  readonly query: IFunction;
  /** Takes what operators and ticket systems ask for. */
  readonly request: IFunction;
  /** Whether ticket systems may ask. */
  readonly hasSources: boolean;
}

/** Operators with IAM credentials; and ticket systems, which prove themselves. */
export function addOrganisationRoutes(
  api: HttpApi,
  { query, request, hasSources }: OrganisationApiFunctions,
): void {
  const queries = new HttpLambdaIntegration('QueryOrganisations', query);
  const requests = new HttpLambdaIntegration('RequestOrganisation', request);
  for (const { method, path, integration } of [
    { method: HttpMethod.GET, path: '/organisations', integration: queries },
    { method: HttpMethod.GET, path: '/organisations/{name}', integration: queries },
    { method: HttpMethod.GET, path: '/subscriptions', integration: queries },
    { method: HttpMethod.POST, path: '/organisations', integration: requests },
  ]) {
    api.addRoutes({ path, methods: [method], integration, authorizer: new HttpIamAuthorizer() });
  }
  if (!hasSources) return;
  const open = api.addRoutes({
    path: '/organisation-sources/{source}',
    methods: [HttpMethod.ANY],
    integration: requests,
  });
  for (const route of open) {
    acknowledge(route, {
      'AwsSolutions-APIG4':
        'Each source proves itself inside the function: a signature covers the raw body, which an authoriser never sees.',
    });
  }
}
