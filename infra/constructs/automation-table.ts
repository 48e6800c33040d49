import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { blocksOfListIndex } from '#shared/aws/table/keys.ts';
import type { Safeguards } from '../stacks/safeguards.ts';

/** The one table: requests, blocks, locks. Its rows are named in `shared/aws/table/keys.ts`. */
export class AutomationTable extends Table {
  constructor(scope: Construct, id: string, props: { key: IKey; safeguards: Safeguards }) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAtEpochSeconds',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      deletionProtection: props.safeguards.deletionProtection,
      removalPolicy: props.safeguards.removalPolicy,
    });
    this.addGlobalSecondaryIndex({
      indexName: blocksOfListIndex.name,
      partitionKey: { name: blocksOfListIndex.partitionKey, type: AttributeType.STRING },
      sortKey: { name: blocksOfListIndex.sortKey, type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
  }
}
