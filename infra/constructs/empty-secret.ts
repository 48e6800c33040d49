import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface EmptySecretProps {
  /** From `shared/aws/secret-names.ts`. */
  readonly name: string;
  /** What to store in it, and who does. */
  readonly description: string;
  readonly key: IKey;
  readonly removalPolicy: RemovalPolicy;
  /** Why no rotation schedule stands beside it in the same stack. */
  readonly whyNotRotated: string;
  /**
   * A partner's type, for a secret that AWS rotates by itself.
   * @default a secret like any other.
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/mes-partners.html
   */
  readonly managedType?: string | undefined;
}

/**
 * A secret whose value never passes through a template: it is created without one and filled afterwards.
 * CDK's `Secret` would generate a random value, which a function would then take for the real one.
 */
export class EmptySecret extends Construct {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EmptySecretProps) {
    super(scope, id);
    const secret = new CfnSecret(this, 'Secret', {
      name: props.name,
      description: props.description,
      kmsKeyId: props.key.keyArn,
      ...(props.managedType !== undefined && { type: props.managedType }),
    });
    secret.applyRemovalPolicy(props.removalPolicy);
    acknowledge(secret, { 'AwsSolutions-SMG4': props.whyNotRotated });
    this.name = props.name;
    this.arn = secret.attrId;
  }
}
