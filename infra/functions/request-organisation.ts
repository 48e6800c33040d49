import { Duration, Size } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import { mayDecryptThrough, mayPublishTo, mayReadSecrets } from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Takes what operators and ticket systems ask for: whole organisations. Called by the API. */
export class RequestOrganisationFunction extends AutomationFunction<'request-organisation'> {
  constructor(scope: Construct, deployment: Deployment, { state }: { state: StateStack }) {
    const { organisationSources } = state.secrets;
    const hasSources = Object.keys(organisationSources).length > 0;
    super(scope, 'RequestOrganisation', deployment, {
      name: 'request-organisation',
      description: 'Accepts orders of organisations from operators and tickets',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(29),
      key: state.key,
      environment: { EVENT_BUS_NAME: state.bus.eventBusName },
      permissions: [
        mayPublishTo(state.bus),
        ...(hasSources
          ? [mayReadSecrets(organisationSources), mayDecryptThrough(state.key, 'secretsmanager')]
          : []),
      ],
    });
  }
}
