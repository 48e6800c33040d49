import { Match } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { synthesise } from '../synthesise.ts';
import { describePermissions } from './describe-permissions.ts';

const { automations } = synthesise('account');

/** What a rotation step may do with a secret. */
const rotating = (...secrets: string[]) => ({
  'secretsmanager:DescribeSecret': secrets,
  'secretsmanager:GetSecretValue': secrets,
  'secretsmanager:PutSecretValue': secrets,
  'secretsmanager:UpdateSecretVersionStage': secrets,
});

const rescueParameters = ['headquarters', 'branch'].map(
  (name) => `parameter/scc-automations/example/organisations/${name}/rescued-refresh-token`,
);

const usingTable = {
  'dynamodb:BatchGetItem': ['Table'],
  'dynamodb:ConditionCheckItem': ['Table'],
  'dynamodb:DeleteItem': ['Table'],
  'dynamodb:GetItem': ['Table'],
  'dynamodb:PutItem': ['Table'],
  'dynamodb:Query': ['Table'],
  'dynamodb:UpdateItem': ['Table'],
};

/** By which groups are written that firewalls use, and looked at: of the one organisation that owns some. */
const tokensForGroups = [
  'SecretsSccAccessTokensheadquartersSecret',
  'SecretsFirewallManagerTokensheadquartersSecret',
];
const renewingSccToken = { 'secretsmanager:RotateSecret': ['SecretsSccAccessTokensheadquartersSecret'] };

/** What everything may do that works on destination lists, network groups and their ledger. */
const writingLists = {
  ...usingTable,
  'events:PutEvents': ['Bus'],
  'lambda:InvokeFunction': ['MintSecureAccessTokenFunction'],
  'secretsmanager:GetSecretValue': [
    'SecretsSecureAccessAccessTokensheadquartersSecret',
    'SecretsSecureAccessAccessTokensbranchSecret',
    ...tokensForGroups,
  ],
  ...renewingSccToken,
};

/** In the order in which leases end. */
const searchingLedger = { 'dynamodb:Query': ['Table', 'index/blocks-of-list'] };

const consuming = (...queues: string[]) => ({
  'sqs:ChangeMessageVisibility': queues,
  'sqs:DeleteMessage': queues,
  'sqs:GetQueueAttributes': queues,
  'sqs:ReceiveMessage': queues,
});

const logging = (log: string) => ({ 'logs:CreateLogStream': [log], 'logs:PutLogEvents': [log] });

/** The whole of what each function may do, apart from the key: a new action has to be added here too. */
const functions = [
  {
    name: 'receive-webhook',
    role: 'ReceiveWebhookRole',
    may: {
      'dynamodb:PutItem': ['Table'],
      'dynamodb:Query': ['Table'],
      'events:PutEvents': ['Bus'],
      'logs:CreateLogStream': ['ReceiveWebhookLog'],
      'logs:PutLogEvents': ['ReceiveWebhookLog'],
      'secretsmanager:GetSecretValue': [
        'SecretsConnectionssplunkSecret',
        'SecretsConnectionsnetworkdetectionSecret',
        'SecretsConnectionsthreatintelligenceSecret',
        'SecretsConnectionsplaybooksSecret',
      ],
    },
    keyThrough: ['dynamodb', 'secretsmanager'],
  },
  {
    name: 'receive-finding',
    role: 'ReceiveFindingRole',
    may: {
      'events:PutEvents': ['Bus'],
      'logs:CreateLogStream': ['ReceiveFindingLog'],
      'logs:PutLogEvents': ['ReceiveFindingLog'],
      'sqs:SendMessage': ['FailedFindingsQueue'],
    },
    keyThrough: ['sqs'],
  },
  {
    name: 'block-iocs',
    role: 'BlockIocsRole',
    may: {
      ...writingLists,
      ...logging('BlockIocsLog'),
      's3:GetObject': ['guard-lists/umbrella-top.json.gz'],
      's3:ListBucket': ['GuardLists'],
      ...consuming('BlockRequestsWorkQueue'),
    },
    keyThrough: ['dynamodb', 's3', 'secretsmanager', 'sqs'],
  },
  {
    name: 'release-blocks',
    role: 'ReleaseBlocksRole',
    may: {
      ...writingLists,
      ...logging('ReleaseBlocksLog'),
      ...consuming('ReleaseRequestsWorkQueue'),
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'expire-blocks',
    role: 'ExpireBlocksRole',
    may: {
      ...writingLists,
      ...searchingLedger,
      ...logging('ExpireBlocksLog'),
      'sqs:SendMessage': ['FailedExpiriesQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'reconcile-lists',
    role: 'ReconcileListsRole',
    may: {
      ...writingLists,
      ...searchingLedger,
      ...logging('ReconcileListsLog'),
      'sqs:SendMessage': ['FailedReconciliationsQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'deploy-network-groups',
    role: 'DeployNetworkGroupsRole',
    may: {
      'dynamodb:GetItem': ['Table'],
      'dynamodb:PutItem': ['Table'],
      'dynamodb:Query': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'events:PutEvents': ['Bus'],
      'lambda:InvokeFunction': ['ReconcileListsFunction'],
      'secretsmanager:GetSecretValue': tokensForGroups,
      ...renewingSccToken,
      ...logging('DeployNetworkGroupsLog'),
      'sqs:SendMessage': ['FailedGroupDeploymentsQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'enrich-iocs',
    role: 'EnrichIocsRole',
    may: {
      ...usingTable,
      'dynamodb:BatchWriteItem': ['Table'],
      'events:PutEvents': ['Bus'],
      'secretsmanager:GetSecretValue': [
        'SecretsXdrClientsheadquartersSecret',
        'SecretsConnectionsplaybooksSecret',
      ],
      ...logging('EnrichIocsLog'),
      ...consuming('EnrichRequestsWorkQueue', 'UrgentEnrichRequestsWorkQueue'),
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'write-back-intelligence',
    role: 'WriteBackIntelligenceRole',
    may: {
      'dynamodb:BatchGetItem': ['Table'],
      'dynamodb:BatchWriteItem': ['Table'],
      'dynamodb:GetItem': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'secretsmanager:GetSecretValue': ['SecretsXdrClientsheadquartersSecret'],
      ...logging('WriteBackIntelligenceLog'),
      ...consuming('BlockResultsWorkQueue'),
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'refresh-guard-lists',
    role: 'RefreshGuardListsRole',
    may: {
      ...logging('RefreshGuardListsLog'),
      's3:GetObject': ['guard-lists/umbrella-top.json.gz'],
      's3:ListBucket': ['GuardLists'],
      's3:PutObject': ['guard-lists/umbrella-top.json.gz'],
      'sqs:SendMessage': ['FailedGuardListRefreshesQueue'],
    },
    keyThrough: ['s3', 'sqs'],
  },
  {
    name: 'request-release',
    role: 'RequestReleaseRole',
    may: {
      'dynamodb:BatchGetItem': ['Table'],
      'dynamodb:Query': ['Table'],
      'events:PutEvents': ['Bus'],
      ...logging('RequestReleaseLog'),
    },
    keyThrough: ['dynamodb'],
  },
  {
    name: 'decide-approvals',
    role: 'DecideApprovalsRole',
    may: {
      'dynamodb:ConditionCheckItem': ['Table'],
      'dynamodb:PutItem': ['Table'],
      'dynamodb:Query': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'events:PutEvents': ['Bus'],
      ...logging('DecideApprovalsLog'),
      'secretsmanager:GetSecretValue': ['SecretsApprovalsSigningKeySecret'],
    },
    keyThrough: ['dynamodb', 'secretsmanager'],
  },
  {
    name: 'announce-approvals',
    role: 'AnnounceApprovalsRole',
    may: {
      'dynamodb:PutItem': ['Table'],
      'dynamodb:Query': ['Table'],
      ...logging('AnnounceApprovalsLog'),
      'secretsmanager:GetSecretValue': [
        'SecretsApprovalsSigningKeySecret',
        'SecretsApprovalsChatWebhookSecret',
      ],
      'sns:Publish': ['Approvals'],
      'sqs:SendMessage': ['FailedAnnouncementsQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sns', 'sqs'],
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
        'SecretsSecureAccessAccessTokensbranchSecret',
        'SecretsSecureAccessApiKeysheadquartersSecret',
        'SecretsSecureAccessApiKeysbranchSecret',
      ],
      'secretsmanager:PutSecretValue': [
        'SecretsSecureAccessAccessTokensheadquartersSecret',
        'SecretsSecureAccessAccessTokensbranchSecret',
      ],
      'sqs:SendMessage': ['FailedMintsQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'rotate-scc-token',
    role: 'RotateSccTokenRole',
    may: {
      'dynamodb:GetItem': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'events:PutEvents': ['Bus'],
      'logs:CreateLogStream': ['RotateSccTokenLog'],
      'logs:PutLogEvents': ['RotateSccTokenLog'],
      ...rotating(
        'SecretsSccApiKeysheadquartersSecret',
        'SecretsSccApiKeysbranchSecret',
        'SecretsSccAccessTokensheadquartersSecret',
        'SecretsSccAccessTokensbranchSecret',
      ),
      'ssm:DeleteParameter': rescueParameters,
      'ssm:GetParameter': rescueParameters,
      'ssm:PutParameter': rescueParameters,
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'ssm'],
  },
  {
    name: 'rotate-secure-access-key',
    role: 'RotateSecureAccessKeyRole',
    may: {
      'dynamodb:GetItem': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'events:PutEvents': ['Bus'],
      'logs:CreateLogStream': ['RotateSecureAccessKeyLog'],
      'logs:PutLogEvents': ['RotateSecureAccessKeyLog'],
      ...rotating('SecretsSecureAccessApiKeysheadquartersSecret'),
      'secretsmanager:GetSecretValue': [
        'SecretsSecureAccessKeyAdminKeysheadquartersSecret',
        'SecretsSecureAccessApiKeysheadquartersSecret',
      ],
      'sqs:SendMessage': ['FailedSecureAccessKeyRotationsQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'rotate-firewall-manager-token',
    role: 'RotateFirewallManagerTokenRole',
    may: {
      'dynamodb:GetItem': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'events:PutEvents': ['Bus'],
      'logs:CreateLogStream': ['RotateFirewallManagerTokenLog'],
      'logs:PutLogEvents': ['RotateFirewallManagerTokenLog'],
      ...rotating('SecretsFirewallManagerTokensheadquartersSecret'),
      'sqs:SendMessage': ['FailedFirewallManagerTokenRotationsQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'rotate-log-bucket-key',
    role: 'RotateLogBucketKeyRole',
    may: {
      'dynamodb:GetItem': ['Table'],
      'dynamodb:UpdateItem': ['Table'],
      'events:PutEvents': ['Bus'],
      'lambda:InvokeFunction': ['MintSecureAccessTokenFunction'],
      'logs:CreateLogStream': ['RotateLogBucketKeyLog'],
      'logs:PutLogEvents': ['RotateLogBucketKeyLog'],
      ...rotating('SecretsLogBucketKeysheadquartersSecret'),
      'secretsmanager:GetSecretValue': [
        'SecretsLogBucketKeysheadquartersSecret',
        'SecretsSecureAccessAccessTokensheadquartersSecret',
      ],
      'sqs:SendMessage': ['FailedLogBucketKeyRotationsQueue'],
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'check-credentials',
    role: 'CheckCredentialsRole',
    may: {
      'events:PutEvents': ['Bus'],
      'lambda:InvokeFunction': ['MintSecureAccessTokenFunction'],
      'logs:CreateLogStream': ['CheckCredentialsLog'],
      'logs:PutLogEvents': ['CheckCredentialsLog'],
      'secretsmanager:GetSecretValue': [
        'SecretsSecureAccessAccessTokensheadquartersSecret',
        'SecretsSecureAccessAccessTokensbranchSecret',
        'SecretsSccAccessTokensheadquartersSecret',
        'SecretsSccAccessTokensbranchSecret',
        'SecretsFirewallManagerTokensheadquartersSecret',
        'SecretsXdrClientsheadquartersSecret',
      ],
      'secretsmanager:ListSecretVersionIds': [
        'SecretsSecureAccessApiKeysheadquartersSecret',
        'SecretsSecureAccessApiKeysbranchSecret',
        'SecretsSecureAccessKeyAdminKeysheadquartersSecret',
        'SecretsLogBucketKeysheadquartersSecret',
      ],
      'sqs:SendMessage': ['FailedCredentialChecksQueue'],
    },
    keyThrough: ['secretsmanager', 'sqs'],
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

describePermissions(automations, functions);

describe('roles', () => {
  /** Those of the functions about people are in people-permissions.test.ts. */
  const peopleRoles = 8;
  /** Those of the functions about organisations are in organisation-permissions.test.ts. */
  const organisationRoles = 3;
  /**
   * Roles of services, which no function has: Secrets Manager's for rotating managed secrets (rotation.test.ts), and
   * the scheduler's (people-permissions.test.ts).
   */
  const otherRoles = 2;
  const allRoles = functions.length + peopleRoles + organisationRoles + otherRoles;

  it('are one for each function, without managed policies', () => {
    automations.resourceCountIs('AWS::IAM::Role', allRoles);
    automations.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });

  it('have no policy apart from those above', () => {
    automations.resourceCountIs('AWS::IAM::Policy', allRoles);
    automations.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
  });
});
