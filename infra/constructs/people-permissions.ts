import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { StageName } from '#shared/config/names.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import type { SecretsByName } from './kept-secret.ts';
import { peopleFiles } from './people-files-bucket.ts';
import { mayReadSecrets, mayRequestRotation, maySendTo } from './permissions.ts';
import type { PersonTasks } from './person-tasks.ts';
import { secretsOfOwners } from './secrets-of-owners.ts';

/** For {@link mayScheduleTasks}. */
export const whySchedulesAreNotNamed =
  'A schedule is named after the change that it is for; all that begin so are ours.';

/** Having a task begun at a moment: by a schedule, or at once through its queue. */
export function mayScheduleTasks(tasks: PersonTasks): PolicyStatement[] {
  const stack = Stack.of(tasks);
  return [
    new PolicyStatement({
      actions: ['CreateSchedule', 'DeleteSchedule', 'UpdateSchedule'].map((action) => `scheduler:${action}`),
      resources: [
        stack.formatArn({
          service: 'scheduler',
          resource: 'schedule',
          resourceName: `default/${tasks.scheduleNamePrefix}*`,
        }),
      ],
    }),
    // A schedule acts by a role, and whoever makes one hands the role over.
    new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [tasks.scheduleRole.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    }),
    ...[tasks.plan.work.queue, tasks.onboard.queue, tasks.offboard.queue].map(maySendTo),
  ];
}

/**
 * Reading the access tokens by which people are let into their organisations and cut off from them, and having one of
 * Security Cloud Control made anew that is refused: Secrets Manager's rotation mints it.
 */
export function mayActForPeople(
  { secrets }: StateStack,
  { people }: Pick<DeploymentConfiguration, 'people'>,
  ...kinds: ('sccAccessTokens' | 'firewallManagerTokens' | 'secureAccessAccessTokens')[]
): PolicyStatement[] {
  const ofPeople = (secretsOfKind: SecretsByName) =>
    secretsOfOwners(secretsOfKind, people?.organisations ?? []);
  return [
    ...kinds.map((kind) => mayReadSecrets(ofPeople(secrets[kind]))),
    mayRequestRotation(ofPeople(secrets.sccAccessTokens)),
  ].filter(({ resources }) => resources.length > 0);
}

/** For {@link mayReadPeopleFiles} and {@link mayDropPeopleFiles}. */
export const whyFilesAreNotNamed = 'Whoever drops a file chooses its name; the bucket holds nothing else.';

/** Reading a file that was dropped, the very version that was told of. */
export function mayReadPeopleFiles(scope: Construct, stage: StageName): PolicyStatement {
  return new PolicyStatement({
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resources: [peopleFiles(Stack.of(scope), stage)],
  });
}

/** Dropping a file that came over HTTP. */
export function mayDropPeopleFiles(scope: Construct, stage: StageName): PolicyStatement {
  return new PolicyStatement({ actions: ['s3:PutObject'], resources: [peopleFiles(Stack.of(scope), stage)] });
}
