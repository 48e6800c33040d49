import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { blocksOfListIndex } from '#shared/aws/table/keys.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { StateStack } from '../stacks/state-stack.ts';
import { mayWriteNetworkGroups } from './network-group-permissions.ts';
import {
  type EncryptingService,
  mayDecryptThrough,
  mayEncryptThrough,
  mayInvoke,
  mayPublishTo,
  mayReadSecrets,
  mayUseTable,
} from './permissions.ts';

/**
 * What everything needs that works on destination lists, on network groups where there are some, and on their ledger.
 * @param encrypted through which services it also reads encrypted data, beside table and secrets
 */
export function mayWriteLists(
  state: StateStack,
  configuration: Pick<DeploymentConfiguration, 'networkGroups'>,
  minter: IFunction,
  ...encrypted: EncryptingService[]
): PolicyStatement[] {
  return [
    mayReadSecrets(state.secrets.secureAccessAccessTokens),
    ...mayWriteNetworkGroups(state, configuration),
    mayInvoke(minter),
    mayUseTable(
      state.table,
      'BatchGetItem',
      'ConditionCheckItem',
      'DeleteItem',
      'GetItem',
      'PutItem',
      'Query',
      'UpdateItem',
    ),
    mayPublishTo(state.bus),
    mayDecryptThrough(state.key, 'dynamodb', 'secretsmanager', ...encrypted),
    mayEncryptThrough(state.key, 'dynamodb'),
  ];
}

/** Looking up what stands on a list. */
export function mayReadBlocksOfList(table: Table): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:Query'],
    resources: [`${table.tableArn}/index/${blocksOfListIndex.name}`],
  });
}
