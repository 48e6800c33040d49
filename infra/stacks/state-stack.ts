import { Stack, type StackProps } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { AutomationBus } from '../constructs/automation-bus.ts';
import { AutomationTable } from '../constructs/automation-table.ts';
import { DeploymentSecrets } from '../constructs/deployment-secrets.ts';
import { EncryptionKey } from '../constructs/encryption-key.ts';
import { GuardListsBucket } from '../constructs/guard-lists-bucket.ts';
import { PeopleFilesBucket } from '../constructs/people-files-bucket.ts';
import type { Deployment } from './deployment.ts';

/** What must survive a redeployment of everything else: key, table, secrets, and the bus others publish to. */
export class StateStack extends Stack {
  readonly key: IKey;
  readonly table: AutomationTable;
  readonly bus: AutomationBus;
  readonly secrets: DeploymentSecrets;
  readonly guardLists: GuardListsBucket;
  /** Where people are configured. */
  readonly peopleFiles: PeopleFilesBucket | undefined;

  constructor(scope: Construct, id: string, deployment: Deployment, props: StackProps) {
    super(scope, id, props);
    const { configuration, safeguards } = deployment;
    const { removalPolicy } = safeguards;

    const encryption = new EncryptionKey(this, 'Encryption', { stage: configuration.stage, removalPolicy });
    // By reference, so that what uses the key cannot add to its policy: that is complete in encryption-key.ts.
    this.key = Key.fromKeyArn(this, 'EncryptionReference', encryption.key.keyArn);

    this.table = new AutomationTable(this, 'Table', { key: this.key, safeguards });
    this.secrets = new DeploymentSecrets(this, 'Secrets', { configuration, key: this.key, removalPolicy });
    this.guardLists = new GuardListsBucket(this, 'GuardLists', { key: this.key, safeguards });
    this.peopleFiles =
      configuration.people &&
      new PeopleFilesBucket(this, 'PeopleFiles', { stage: configuration.stage, key: this.key, safeguards });
    this.bus = new AutomationBus(this, 'Bus', { stage: configuration.stage });
  }
}
