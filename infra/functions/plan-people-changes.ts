import { Duration, Size } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { sweepMessage } from '#shared/people/planning/sweep-message.ts';
import { AutomationFunction } from '../constructs/automation-function.ts';
import type { PeopleFilesBucket } from '../constructs/people-files-bucket.ts';
import {
  mayActForPeople,
  mayReadPeopleFiles,
  mayScheduleTasks,
  whyFilesAreNotNamed,
  whySchedulesAreNotNamed,
} from '../constructs/people-permissions.ts';
import {
  mayConsume,
  mayDecryptThrough,
  mayEncryptThrough,
  mayPublishTo,
  mayUseTable,
} from '../constructs/permissions.ts';
import { type PersonTasks, plannerTimeout } from '../constructs/person-tasks.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Accepts what is to happen to people, or holds it for a person to decide, and has it begun in time. */
export class PlanPeopleChangesFunction extends AutomationFunction<'plan-people-changes'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, tasks, files }: { state: StateStack; tasks: PersonTasks; files: PeopleFilesBucket },
  ) {
    const { queue } = tasks.plan.work;
    super(scope, 'PlanPeopleChanges', deployment, {
      name: 'plan-people-changes',
      description: 'Reads files and commands about people, checks the fuses, and plans',
      // A file of 50,000 rows is held in memory.
      memory: Size.gibibytes(1),
      timeout: plannerTimeout,
      key: state.key,
      environment: {
        ...tasks.environment,
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        PEOPLE_FILES_BUCKET_NAME: files.bucketName,
      },
      whyWildcards: `${whySchedulesAreNotNamed} ${whyFilesAreNotNamed}`,
      permissions: [
        mayConsume(queue),
        mayReadPeopleFiles(scope, deployment.configuration.stage),
        ...mayScheduleTasks(tasks),
        ...mayActForPeople(state, deployment.configuration, 'sccAccessTokens'),
        mayUseTable(state.table, 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        mayPublishTo(state.bus),
        mayDecryptThrough(state.key, 'dynamodb', 's3', 'secretsmanager', 'sqs'),
        mayEncryptThrough(state.key, 'dynamodb', 'sqs'),
      ],
    });
    tasks.plan.feed(this);

    new Rule(this, 'DroppedFiles', {
      description: 'Files about people go to the planner as soon as they are dropped',
      // Without a bus: what S3 tells comes on the default one.
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [files.bucketName] } },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: tasks.plan.undelivered.queue })],
    });

    new Rule(this, 'Sweep', {
      description: 'Has the planner look every hour for people whose schedule was lost',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [
        new SqsQueue(queue, {
          message: RuleTargetInput.fromObject(sweepMessage),
          deadLetterQueue: tasks.plan.undelivered.queue,
        }),
      ],
    });
  }
}
