import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { grantsOf, resourcesOf } from '../policies.ts';
import { synthesise } from '../synthesise.ts';
import { describePermissions } from './describe-permissions.ts';

const { automations } = synthesise('account');

const logging = (log: string) => ({ 'logs:CreateLogStream': [log], 'logs:PutLogEvents': [log] });

const consuming = (queue: string) => ({
  'sqs:ChangeMessageVisibility': [queue],
  'sqs:DeleteMessage': [queue],
  'sqs:GetQueueAttributes': [queue],
  'sqs:ReceiveMessage': [queue],
});

const ofTable = (...calls: string[]) =>
  Object.fromEntries(calls.map((call) => [`dynamodb:${call}`, ['Table']]));

const recordingChanges = ofTable('GetItem', 'PutItem', 'Query', 'UpdateItem');

const schedules = 'schedule/default/scc-example-*';
const queues = ['PeoplePlanWorkQueue', 'PeopleOnboardQueue', 'PeopleOffboardQueue'];

/** What everything may do that has tasks begun at a moment. */
const scheduling = {
  'scheduler:CreateSchedule': [schedules],
  'scheduler:DeleteSchedule': [schedules],
  'scheduler:UpdateSchedule': [schedules],
  'iam:PassRole': ['PeopleScheduleRole'],
  'sqs:SendMessage': queues,
};

const sccToken = 'SecretsSccAccessTokensheadquartersSecret';
const renewing = { 'secretsmanager:RotateSecret': [sccToken] };
const firewallManagerToken = 'SecretsFirewallManagerTokensheadquartersSecret';

/** The whole of what each function about people may do, apart from the key. */
describePermissions(automations, [
  {
    name: 'receive-people-change',
    role: 'ReceivePeopleChangeRole',
    may: {
      ...ofTable('DeleteItem', 'GetItem', 'PutItem', 'Query'),
      'events:PutEvents': ['Bus'],
      's3:PutObject': ['scc-people-example'],
      'secretsmanager:GetSecretValue': [
        'SecretsPeopleSourcesticketsSecret',
        'SecretsPeopleSourcesservicedeskSecret',
        'SecretsPeopleSourcesidentityproviderSecret',
      ],
      ...logging('ReceivePeopleChangeLog'),
    },
    keyThrough: ['dynamodb', 's3', 'secretsmanager'],
    wildcards: ['scc-people-example'],
  },
  {
    name: 'plan-people-changes',
    role: 'PlanPeopleChangesRole',
    may: {
      ...recordingChanges,
      ...scheduling,
      ...consuming('PeoplePlanWorkQueue'),
      'events:PutEvents': ['Bus'],
      's3:GetObject': ['scc-people-example'],
      's3:GetObjectVersion': ['scc-people-example'],
      'secretsmanager:GetSecretValue': [sccToken],
      ...renewing,
      ...logging('PlanPeopleChangesLog'),
    },
    keyThrough: ['dynamodb', 's3', 'secretsmanager', 'sqs'],
    wildcards: [schedules, 'scc-people-example'],
  },
  {
    name: 'onboard-user',
    role: 'OnboardUserRole',
    may: {
      ...recordingChanges,
      ...scheduling,
      ...consuming('PeopleOnboardQueue'),
      'events:PutEvents': ['Bus'],
      'secretsmanager:GetSecretValue': [sccToken, firewallManagerToken],
      ...renewing,
      ...logging('OnboardUserLog'),
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
    wildcards: [schedules],
  },
  {
    name: 'offboard-user',
    role: 'OffboardUserRole',
    may: {
      ...recordingChanges,
      ...scheduling,
      ...consuming('PeopleOffboardQueue'),
      'events:PutEvents': ['Bus'],
      'lambda:InvokeFunction': ['MintSecureAccessTokenFunction'],
      'secretsmanager:GetSecretValue': [
        sccToken,
        firewallManagerToken,
        'SecretsSecureAccessAccessTokensheadquartersSecret',
      ],
      ...renewing,
      ...logging('OffboardUserLog'),
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
    wildcards: [schedules],
  },
  {
    name: 'check-invitations',
    role: 'CheckInvitationsRole',
    may: {
      ...ofTable('DeleteItem', 'GetItem', 'PutItem', 'Query'),
      'events:PutEvents': ['Bus'],
      'secretsmanager:GetSecretValue': [sccToken],
      'sqs:SendMessage': ['FailedInvitationChecksQueue'],
      ...renewing,
      ...logging('CheckInvitationsLog'),
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sqs'],
  },
  {
    name: 'announce-people-changes',
    role: 'AnnouncePeopleChangesRole',
    may: {
      ...ofTable('GetItem', 'PutItem', 'Query'),
      'secretsmanager:GetSecretValue': [
        'SecretsApprovalsChatWebhookSecret',
        'SecretsTicketSystemsticketsSecret',
        'SecretsTicketSystemsservicedeskSecret',
      ],
      'sns:Publish': ['Approvals'],
      'sqs:SendMessage': ['FailedPeopleAnnouncementsQueue'],
      ...logging('AnnouncePeopleChangesLog'),
    },
    keyThrough: ['dynamodb', 'secretsmanager', 'sns', 'sqs'],
  },
  {
    name: 'query-people',
    role: 'QueryPeopleRole',
    may: { ...ofTable('GetItem', 'Query'), ...logging('QueryPeopleLog') },
    keyThrough: ['dynamodb'],
  },
  {
    name: 'change-people',
    role: 'ChangePeopleRole',
    may: { ...ofTable('GetItem', 'Query'), 'events:PutEvents': ['Bus'], ...logging('ChangePeopleLog') },
    keyThrough: ['dynamodb'],
  },
]);

describe('the role of schedules', () => {
  const grants = grantsOf(automations, 'PeopleScheduleRole');

  it('puts tasks into their queues, and into the one for those that failed', () => {
    expect(resourcesOf(grants, 'sqs:SendMessage').toSorted()).toEqual(
      [...queues, 'PeopleFailedSchedulesQueue'].toSorted().map((queue) => expect.stringContaining(queue)),
    );
  });

  it('is taken on for schedules of this deployment only, and handed to nobody but the scheduler', () => {
    automations.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: {
              StringEquals: {
                'aws:SourceArn': {
                  'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(':schedule-group/default$')])],
                },
              },
            },
          }),
        ],
      },
    });
    for (const role of ['PlanPeopleChangesRole', 'OnboardUserRole', 'OffboardUserRole']) {
      const [passing] = grantsOf(automations, role).filter(({ action }) => action === 'iam:PassRole');
      expect(passing?.condition).toContain('"iam:PassedToService":"scheduler.amazonaws.com"');
    }
  });
});
