import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { grantsOf, resourcesOf } from '../policies.ts';
import { synthesise } from '../synthesise.ts';

const { automations } = synthesise('account');

/** The whole of what each function may do, apart from the key: a new action has to be added here too. */
const functions = [
  {
    name: 'receive-webhook',
    role: 'ReceiveWebhookRole',
    may: {
      'dynamodb:PutItem': ['Table'],
      'events:PutEvents': ['Bus'],
      'logs:CreateLogStream': ['ReceiveWebhookLog'],
      'logs:PutLogEvents': ['ReceiveWebhookLog'],
      'secretsmanager:GetSecretValue': [
        'SecretsConnectionssplunkSecret',
        'SecretsConnectionsthreatintelligenceSecret',
      ],
    },
    keyThrough: ['dynamodb', 'secretsmanager'],
  },
  {
    name: 'block-iocs',
    role: 'BlockIocsRole',
    may: {
      'dynamodb:BatchGetItem': ['Table'],
      'dynamodb:ConditionCheckItem': ['Table'],
      'dynamodb:DeleteItem': ['Table'],
      'dynamodb:GetItem': ['Table'],
      'dynamodb:PutItem': ['Table'],
      'dynamodb:Query': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'events:PutEvents': ['Bus'],
      'lambda:InvokeFunction': ['MintSecureAccessTokenFunction'],
      'logs:CreateLogStream': ['BlockIocsLog'],
      'logs:PutLogEvents': ['BlockIocsLog'],
      'secretsmanager:GetSecretValue': ['SecretsSecureAccessAccessTokensheadquartersSecret'],
      'sqs:ChangeMessageVisibility': ['BlockRequestsWorkQueue'],
      'sqs:DeleteMessage': ['BlockRequestsWorkQueue'],
      'sqs:GetQueueAttributes': ['BlockRequestsWorkQueue'],
      'sqs:ReceiveMessage': ['BlockRequestsWorkQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'mint-secure-access-token',
    role: 'MintSecureAccessTokenRole',
    may: {
      'dynamodb:GetItem': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'logs:CreateLogStream': ['MintSecureAccessTokenLog'],
      'logs:PutLogEvents': ['MintSecureAccessTokenLog'],
      'secretsmanager:GetSecretValue': [
        'SecretsSecureAccessAccessTokensheadquartersSecret',
        'SecretsSecureAccessApiKeysheadquartersSecret',
      ],
      'secretsmanager:PutSecretValue': ['SecretsSecureAccessAccessTokensheadquartersSecret'],
      'sqs:SendMessage': ['FailedMintsQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'query-requests',
    role: 'QueryRequestsRole',
    may: {
      'dynamodb:Query': ['Table'],
      'logs:CreateLogStream': ['QueryRequestsLog'],
      'logs:PutLogEvents': ['QueryRequestsLog'],
    },
    keyThrough: ['dynamodb'],
  },
];

describe.each(functions)('$name', ({ role, may, keyThrough }) => {
  const grants = grantsOf(automations, role);
  const ofKey = grants.filter(({ action }) => action.startsWith('kms:'));

  it('may make exactly these calls', () => {
    const actions = new Set(grants.filter((grant) => !ofKey.includes(grant)).map(({ action }) => action));
    expect([...actions].toSorted()).toEqual(Object.keys(may).toSorted());
  });

  it.each(Object.entries(may))('may call %s on nothing but %s', (action, names) => {
    const resources = resourcesOf(grants, action);
    expect(resources).toHaveLength(names.length);
    for (const name of names) expect(resources).toContainEqual(expect.stringContaining(name));
  });

  it(`uses the key only through ${keyThrough.join(', ')}`, () => {
    expect(ofKey).not.toHaveLength(0);
    for (const { resources, condition } of ofKey) {
      expect(resources).toEqual([expect.stringContaining('EncryptionKey')]);
      const services = ['dynamodb', 'secretsmanager', 'sqs'].filter((service) => condition.includes(service));
      expect(keyThrough).toEqual(expect.arrayContaining(services));
      expect(condition).toContain('kms:ViaService');
    }
  });

  it('has no wildcard, neither in an action nor in a resource', () => {
    for (const { action, resources } of grants) {
      expect(action).not.toContain('*');
      for (const resource of resources) expect(resource).not.toContain('*');
    }
  });
});

describe('roles', () => {
  it('are one for each function, without managed policies', () => {
    automations.resourceCountIs('AWS::IAM::Role', functions.length);
    automations.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });

  it('have no policy apart from those above', () => {
    automations.resourceCountIs('AWS::IAM::Policy', functions.length);
    automations.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
  });
});
