import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface GeneratedSecretProps {
  /** From `shared/aws/secret-names.ts`. */
  readonly name: string;
  readonly description: string;
  readonly key: IKey;
  readonly removalPolicy: RemovalPolicy;
  /** Why no rotation schedule stands beside it in the same stack. */
  readonly whyNotRotated: string;
}

/** A secret that nobody has to know: Secrets Manager makes `{ "current": "…" }` itself, and no template holds it. */
export class GeneratedSecret extends Construct {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: GeneratedSecretProps) {
    super(scope, id);
    const secret = new CfnSecret(this, 'Secret', {
      name: props.name,
      description: props.description,
      kmsKeyId: props.key.keyArn,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'current',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    secret.applyRemovalPolicy(props.removalPolicy);
    acknowledge(secret, { 'AwsSolutions-SMG4': props.whyNotRotated });
    this.name = props.name;
    this.arn = secret.attrId;
  }
}
