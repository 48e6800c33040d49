import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from './acknowledge.ts';

/** What stands behind the routes about people. */
export interface PeopleApiFunctions {
  /** Takes tickets, files and SCIM requests; only where a source has an address. */
  readonly receive: IFunction | undefined;
  /** Answers operators. */
  readonly query: IFunction;
  /** Takes what operators want. */
  readonly change: IFunction;
}

/** Operators with IAM credentials; and sources, which prove themselves. */
export function addPeopleRoutes(api: HttpApi, { receive, query, change }: PeopleApiFunctions): void {
  const queries = new HttpLambdaIntegration('QueryPeople', query);
  const changes = new HttpLambdaIntegration('ChangePeople', change);
  for (const { method, path, integration } of [
    { method: HttpMethod.GET, path: '/people', integration: queries },
    { method: HttpMethod.GET, path: '/people/{email}', integration: queries },
    { method: HttpMethod.GET, path: '/people/batches/{batchId}', integration: queries },
    { method: HttpMethod.POST, path: '/people', integration: changes },
    { method: HttpMethod.POST, path: '/people/{email}/cancel', integration: changes },
    { method: HttpMethod.POST, path: '/people/{email}/undo', integration: changes },
    { method: HttpMethod.POST, path: '/people/batches/{batchId}/approve', integration: changes },
    { method: HttpMethod.POST, path: '/people/batches/{batchId}/reject', integration: changes },
  ]) {
    api.addRoutes({ path, methods: [method], integration, authorizer: new HttpIamAuthorizer() });
  }
  if (!receive) return;
  const sources = new HttpLambdaIntegration('ReceivePeopleChange', receive);
  const open = ['/people-sources/{source}', '/people-sources/{source}/scim/v2/{resource+}'].flatMap((path) =>
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration: sources }),
  );
  for (const route of open) {
    acknowledge(route, {
      'AwsSolutions-APIG4':
        'Each source proves itself inside the function: a signature covers the raw body, which an authoriser never sees.',
    });
  }
}
