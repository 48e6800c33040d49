import { Duration, Size } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AutomationFunction } from '../constructs/automation-function.ts';
import type { PeopleFilesBucket } from '../constructs/people-files-bucket.ts';
import { mayDropPeopleFiles, whyFilesAreNotNamed } from '../constructs/people-permissions.ts';
import {
  mayDecryptThrough,
  mayEncryptThrough,
  mayPublishTo,
  mayReadSecrets,
  mayUseTable,
} from '../constructs/permissions.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { StateStack } from '../stacks/state-stack.ts';

/** Takes tickets, files and SCIM requests about people. Called by the API. */
export class ReceivePeopleChangeFunction extends AutomationFunction<'receive-people-change'> {
  constructor(
    scope: Construct,
    deployment: Deployment,
    { state, files }: { state: StateStack; files: PeopleFilesBucket },
  ) {
    super(scope, 'ReceivePeopleChange', deployment, {
      name: 'receive-people-change',
      description: 'Accepts tickets, files and SCIM requests about people',
      memory: Size.mebibytes(512),
      timeout: Duration.seconds(29),
      key: state.key,
      environment: {
        TABLE_NAME: state.table.tableName,
        EVENT_BUS_NAME: state.bus.eventBusName,
        PEOPLE_FILES_BUCKET_NAME: files.bucketName,
      },
      whyWildcards: whyFilesAreNotNamed,
      permissions: [
        mayReadSecrets(state.secrets.peopleSources),
        mayDropPeopleFiles(scope, deployment.configuration.stage),
        mayPublishTo(state.bus),
        mayUseTable(state.table, 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
        mayDecryptThrough(state.key, 'dynamodb', 's3', 'secretsmanager'),
        mayEncryptThrough(state.key, 'dynamodb', 's3'),
      ],
    });
  }
}
