import { describe, expect, it } from 'vitest';
import { deploymentConfigurationSchema } from '#shared/config/deployment-configuration.ts';
import { grantsOf } from '../policies.ts';
import { exampleConfiguration, synthesise } from '../synthesise.ts';
import { describePermissions } from './describe-permissions.ts';

const { automations } = synthesise('account');

const logging = (log: string) => ({ 'logs:CreateLogStream': [log], 'logs:PutLogEvents': [log] });

const queue = 'OrganisationOrdersWorkQueue';
const sccToken = 'SecretsSccAccessTokensheadquartersSecret';

/** The whole of what each function about organisations may do, apart from the key. */
describePermissions(automations, [
  {
    name: 'onboard-organisation',
    role: 'OnboardOrganisationRole',
    may: {
      'dynamodb:GetItem': ['Table'],
      'dynamodb:PutItem': ['Table'],
      'dynamodb:Query': ['Table'],
      'sqs:ChangeMessageVisibility': [queue],
      'sqs:DeleteMessage': [queue],
      'sqs:GetQueueAttributes': [queue],
      'sqs:ReceiveMessage': [queue],
      'events:PutEvents': ['Bus'],
      'secretsmanager:GetSecretValue': [sccToken, 'SecretsClaimCodesnorthwindSecret'],
      'secretsmanager:RotateSecret': [sccToken],
      ...logging('OnboardOrganisationLog'),
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'query-organisations',
    role: 'QueryOrganisationsRole',
    may: {
      'dynamodb:GetItem': ['Table'],
      'dynamodb:Query': ['Table'],
      'secretsmanager:GetSecretValue': [sccToken],
      'secretsmanager:RotateSecret': [sccToken],
      ...logging('QueryOrganisationsLog'),
    },
    keyThrough: ['dynamodb', 'secretsmanager'],
  },
  {
    name: 'request-organisation',
    role: 'RequestOrganisationRole',
    may: {
      'events:PutEvents': ['Bus'],
      'secretsmanager:GetSecretValue': [
        'SecretsOrganisationSourcesrequestsSecret',
        'SecretsOrganisationSourcesservicedeskSecret',
        'SecretsOrganisationSourcesportalSecret',
      ],
      ...logging('RequestOrganisationLog'),
    },
    keyThrough: ['secretsmanager'],
  },
]);

describe('claim codes', () => {
  it('are read by nobody but the function that redeems them', () => {
    const roles = Object.keys(automations.findResources('AWS::IAM::Role'));
    const readers = roles.filter((role) =>
      grantsOf(automations, role).some(({ resources }) =>
        resources.some((resource) => resource.includes('SecretsClaimCodes')),
      ),
    );
    expect(readers).toEqual([expect.stringMatching(/^OnboardOrganisationRole/)]);
  });
});

describe('a deployment without claim codes and ticket systems', () => {
  const bare = synthesise(
    'account',
    deploymentConfigurationSchema.parse({
      ...exampleConfiguration,
      organisationOnboarding: { manager: 'headquarters' },
    }),
  );

  it('has no address for tickets, and no function that reads secrets that are not there', () => {
    const routes = JSON.stringify(bare.automations.findResources('AWS::ApiGatewayV2::Route'));
    expect(routes).toContain('POST /organisations');
    expect(routes).not.toContain('organisation-sources');
    const actions = grantsOf(bare.automations, 'RequestOrganisationRole').map(({ action }) => action);
    expect(actions).not.toContain('secretsmanager:GetSecretValue');
  });
});
