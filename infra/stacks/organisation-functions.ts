import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AutomationFunction } from '../constructs/automation-function.ts';
import { configuredFunctions } from '../functions/configured-functions.ts';
import { OnboardOrganisationFunction } from '../functions/onboard-organisation.ts';
import { QueryOrganisationsFunction } from '../functions/query-organisations.ts';
import { RequestOrganisationFunction } from '../functions/request-organisation.ts';
import type { Deployment } from './deployment.ts';
import type { StateStack } from './state-stack.ts';

/** Everything about whole organisations. */
export interface OrganisationFunctions {
  readonly onboard: OnboardOrganisationFunction;
  readonly query: QueryOrganisationsFunction;
  readonly request: RequestOrganisationFunction;
  readonly all: readonly AutomationFunction[];
}

/** Makes them in a stack, where they are configured. */
export function organisationFunctions(
  scope: Construct,
  deployment: Deployment,
  props: { state: StateStack; alarmTopic: ITopic },
): OrganisationFunctions | undefined {
  if (!configuredFunctions(deployment.configuration).has('onboard-organisation')) return undefined;
  const onboard = new OnboardOrganisationFunction(scope, deployment, props);
  const query = new QueryOrganisationsFunction(scope, deployment, props);
  const request = new RequestOrganisationFunction(scope, deployment, props);
  return { onboard, query, request, all: [onboard, query, request] };
}
