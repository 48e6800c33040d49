import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { OrganisationName } from '../../config/names.ts';
import { type Deployment, isUnderWay } from '../../firewalls/deployment.ts';
import type { DeploymentRecords } from '../../firewalls/deployment-records.ts';
import { deploymentOfRow, deploymentRow, stateInRow } from './deployment-row.ts';
import { keys } from './keys.ts';
import { readPartition } from './partition-read.ts';

/** Another run wrote to the same rows at the same time. */
const contestedCodes = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** The last deployment to each firewall of an organisation, in the table: a row a firewall, all read together. */
export function tableDeploymentRecords(options: {
  documents: DynamoDBDocumentClient;
  tableName: string;
  organisation: OrganisationName;
}): DeploymentRecords {
  const { documents, tableName: TableName, organisation } = options;
  return {
    async latestOf(firewallUids) {
      const wanted = new Set(firewallUids);
      const found = (await readAll()).filter(({ firewall }) => wanted.has(firewall.uid));
      return new Map(found.map((deployment) => [deployment.firewall.uid, deployment]));
    },

    async underWay() {
      return (await readAll()).filter(isUnderWay);
    },

    async begin(deployments, instead) {
      const puts = deployments.map((deployment) => {
        const before = instead.get(deployment.firewall.uid)?.deploymentId;
        const condition =
          before === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'deploymentId = :before',
                ExpressionAttributeValues: { ':before': before },
              };
        return { Put: { TableName, Item: deploymentRow(organisation, deployment), ...condition } };
      });
      try {
        await documents.send(new TransactWriteCommand({ TransactItems: puts }));
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        if (error.CancellationReasons?.some(({ Code }) => contestedCodes.has(Code ?? ''))) return false;
        throw error;
      }
    },

    async goOn({ firewall, deploymentId, state }) {
      try {
        await documents.send(
          new UpdateCommand({
            TableName,
            Key: keys.deployment(organisation, firewall.uid),
            UpdateExpression: 'SET #state = :state',
            ConditionExpression: 'deploymentId = :id',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':state': stateInRow(state), ':id': deploymentId },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };

  async function readAll(): Promise<Deployment[]> {
    const rows = await readPartition(documents, TableName, keys.deployments(organisation));
    return rows.map(deploymentOfRow);
  }
}
