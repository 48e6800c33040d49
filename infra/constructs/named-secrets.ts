import { Construct } from 'constructs';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import type { StageName } from '#shared/config/names.ts';
import { EmptySecret, type EmptySecretProps } from './empty-secret.ts';
import type { SecretsByName } from './kept-secret.ts';

export interface NamedSecretsProps<Name extends string>
  extends Pick<EmptySecretProps, 'key' | 'removalPolicy' | 'whyNotRotated'> {
  readonly configuration: Pick<DeploymentConfiguration, 'stage'>;
  readonly names: readonly Name[];
  /** From `shared/aws/secret-names.ts`. */
  readonly nameOf: (stage: StageName, name: Name) => string;
  /** What to store in it, and who does. */
  readonly description: (name: Name) => string;
}

/** Empty secrets of one kind, one for each name that somebody chose in the configuration. */
export function namedSecrets<Name extends string>(
  scope: Construct,
  id: string,
  { configuration, names, nameOf, description, ...common }: NamedSecretsProps<Name>,
): SecretsByName {
  const ofKind = new Construct(scope, id);
  return Object.fromEntries(
    names.map((name) => [
      name,
      new EmptySecret(ofKind, name, {
        ...common,
        name: nameOf(configuration.stage, name),
        description: description(name),
      }),
    ]),
  );
}
